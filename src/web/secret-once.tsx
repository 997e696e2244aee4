// A secret is shown once, when it is made; afterwards only its digest is known.
import { Alert, Modal, Typography } from 'antd';
import { useSay } from './language.tsx';

export function SecretOnce({
  title,
  secret,
  close,
}: {
  title: string | undefined;
  secret: string | undefined;
  close: () => void;
}) {
  const say = useSay();
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      okText={say('已妥善保存', 'I have kept it')}
      cancelButtonProps={{ style: { display: 'none' } }}
      closable={false}
      onOk={close}
    >
      <Alert
        type="warning"
        showIcon
        title={say('此机密只显示这一次', 'This secret is shown only now')}
        description={say(
          '请立即存入您的机密管理系统；遗失只能重新生成',
          'Keep it in your secret store; if lost, make a new one',
        )}
      />
      <Typography.Paragraph copyable code style={{ marginTop: 12, wordBreak: 'break-all' }}>
        {secret}
      </Typography.Paragraph>
    </Modal>
  );
}
