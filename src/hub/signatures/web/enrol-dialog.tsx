// Enrols this browser (P4): makes the key here, says the password again, proves the key. Also after a loss, with what that means said.
import { Alert, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { enrolmentText } from '../../../kernel/signed-text.ts';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { CertificateView } from '../contract.ts';
import { keepDeviceKey, makeKey, signText } from './device-key.ts';

export function EnrolDialog({
  personId,
  others,
  done,
  close,
}: {
  personId: string;
  /** Valid keys of the same person elsewhere. */
  others: number;
  done: () => void;
  close: () => void;
}) {
  const say = useSay();
  const [device, setDevice] = useState(say('本机浏览器', 'This browser'));
  const [password, setPassword] = useState('');
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const enrol = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const key = await makeKey();
      const name = device.trim();
      const proof = await signText(key, enrolmentText({ personId, keyId: key.keyId, device: name }));
      const issued = await send<CertificateView>('POST', '/signing-keys', {
        publicKey: key.publicKey,
        device: name,
        proof,
        password,
        ...(lost ? { replaces: 'lost' } : {}),
      });
      await keepDeviceKey(personId, {
        keyId: key.keyId,
        privateKey: key.privateKey,
        serial: issued.serial,
        device: name,
      });
      done();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={say('登记本设备', 'Enrol this device')}
      okText={say('生成密钥并登记', 'Make the key and enrol')}
      cancelText={say('取消', 'Cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: password === '' || device.trim() === '' }}
      onOk={() => void enrol()}
      onCancel={close}
    >
      {problem !== undefined && <ProblemNote error={problem} />}
      <p className="soft">
        {say(
          '私钥在本浏览器内生成，不能导出，也不会发送给任何人。清除浏览器数据即失去此密钥。',
          'The private key is made in this browser, cannot be exported and is sent to nobody. Clearing the browser’s data loses it.',
        )}
      </p>
      <label htmlFor="device-name">{say('设备名称', 'Name of the device')}</label>
      <Input id="device-name" maxLength={80} value={device} onChange={(e) => setDevice(e.target.value)} />
      <label htmlFor="confirm-password">{say('再次输入登录口令', 'Your password again')}</label>
      <Input
        id="confirm-password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(e) => setPassword(e.target.value)}
      />
      {others > 0 && (
        <>
          <Radio.Group
            aria-label={say('此前的密钥', 'Earlier keys')}
            value={lost}
            onChange={(e) => setLost(e.target.value as boolean)}
            options={[
              { value: false, label: say('保留其他设备的密钥', 'Keep the keys of other devices') },
              { value: true, label: say('原密钥已丢失，全部吊销', 'They are lost: revoke them all') },
            ]}
          />
          {lost && (
            <Alert
              type="warning"
              showIcon
              title={say(
                '丢失的密钥无法找回：新密钥是另一把钥匙，配新证书。旧证书即刻吊销；吊销前所签的仍然有效。',
                'A lost key cannot be brought back: the new one is another key with its own certificate. The old certificates are revoked at once; what they signed before stays good.',
              )}
            />
          )}
        </>
      )}
    </Modal>
  );
}
