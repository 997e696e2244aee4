// The authenticator of an account: enrolled with a QR code that our own server draws, removed or its recovery codes renewed with a code.
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import type { AccountView } from '../contract.ts';

type Enrolment = { readonly secret: string; readonly qr: string };
type Step = 'password' | 'scan' | 'removal' | 'renewal';

export function SecondFactor({ mine }: { mine: AccountView }) {
  const say = useSay();
  const client = useQueryClient();
  const pending = useSession().data?.factorPending === true;
  const [step, setStep] = useState<Step>();
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>();
  const [problem, setProblem] = useState<unknown>();
  const close = () => {
    setStep(undefined);
    setCurrent('');
    setCode('');
    setEnrolment(undefined);
    setProblem(undefined);
  };
  const acts: Readonly<Record<Step, () => Promise<void>>> = {
    password: async () => {
      setEnrolment(await send<Enrolment>('POST', '/account/second-factor', mine.hasPassword ? { current } : {}));
      setStep('scan');
    },
    scan: async () => {
      const made = await send<{ recoveryCodes: string[] }>('POST', '/account/second-factor/confirmation', { code });
      setRecoveryCodes(made.recoveryCodes);
      close();
    },
    removal: async () => {
      await send('POST', '/account/second-factor/removal', { current, code });
      close();
    },
    renewal: async () => {
      const made = await send<{ recoveryCodes: string[] }>('POST', '/account/recovery-codes', { current, code });
      setRecoveryCodes(made.recoveryCodes);
      close();
    },
  };
  const go = async () => {
    if (!step) return;
    setProblem(undefined);
    try {
      await acts[step]();
      await client.invalidateQueries({ queryKey: ['account'] });
    } catch (error) {
      setProblem(error);
    }
  };
  const { enrolled, recoveryCodesLeft } = mine.secondFactor;
  return (
    <section className="card" aria-label={say('动态口令', 'Second factor')}>
      <div className="bar">
        <h2>{say('动态口令', 'Second factor')}</h2>
        {enrolled ? (
          <>
            <span className="tag tag-green">{say('已启用', 'Enrolled')}</span>
            <Button size="small" onClick={() => setStep('renewal')}>
              {say('更换恢复码', 'New recovery codes')}
            </Button>
            <Button size="small" danger onClick={() => setStep('removal')}>
              {say('停用', 'Remove')}
            </Button>
            <span className="soft">
              {say(`剩余恢复码 ${recoveryCodesLeft} 个`, `${recoveryCodesLeft} recovery codes left`)}
            </span>
          </>
        ) : (
          <>
            <span className="tag tag-orange">{say('未启用', 'Not enrolled')}</span>
            <Button size="small" type="primary" onClick={() => setStep('password')}>
              {say('启用', 'Enrol')}
            </Button>
            <span className="soft">
              {say(
                '用手机上的身份验证器应用，登录时多输 6 位口令',
                'Six digits of an authenticator app at each sign-in',
              )}
            </span>
          </>
        )}
      </div>
      {pending && (
        <Alert
          type="warning"
          showIcon
          title={say('本单位要求使用动态口令', 'Your organisation asks for a second factor')}
          description={say('启用之前不能办理其他业务', 'Nothing else can be done until it is enrolled')}
        />
      )}
      <Modal
        open={step !== undefined}
        title={say('动态口令', 'Second factor')}
        okText={step === 'password' ? say('下一步', 'Next') : say('确认', 'Confirm')}
        onOk={() => void go()}
        onCancel={close}
        destroyOnHidden
      >
        {problem !== undefined && <ProblemNote error={problem} />}
        {step === 'password' && !mine.hasPassword && (
          <p>{say('须在登录后 10 分钟内启用', 'To be done within ten minutes of signing in')}</p>
        )}
        {step !== 'scan' && mine.hasPassword && (
          <div className="field">
            <label htmlFor="factor-password">{say('当前密码', 'Present password')}</label>
            <Input.Password
              id="factor-password"
              autoComplete="current-password"
              maxLength={200}
              value={current}
              onChange={(e) => setCurrent(e.target.value)}
            />
          </div>
        )}
        {step === 'scan' && enrolment && (
          <>
            <p>
              {say('用身份验证器应用扫描，或手工输入密钥：', 'Scan this with an authenticator app, or type the key:')}
            </p>
            <img
              src={enrolment.qr}
              alt={say('动态口令二维码', 'QR code of the second factor')}
              width={220}
              height={220}
            />
            <Typography.Paragraph copyable code style={{ wordBreak: 'break-all' }}>
              {enrolment.secret}
            </Typography.Paragraph>
          </>
        )}
        {step !== 'password' && (
          <div className="field">
            <label htmlFor="factor-code">{say('6 位口令', 'Six-digit code')}</label>
            <Input
              id="factor-code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={20}
              value={code}
              onChange={(e) => setCode(e.target.value)}
            />
          </div>
        )}
      </Modal>
      <Modal
        open={recoveryCodes !== undefined}
        title={say('恢复码', 'Recovery codes')}
        okText={say('已妥善保存', 'I have kept them')}
        cancelButtonProps={{ style: { display: 'none' } }}
        closable={false}
        onOk={() => {
          setRecoveryCodes(undefined);
          void client.invalidateQueries();
        }}
      >
        <Alert
          type="warning"
          showIcon
          title={say('只显示这一次；每个只能用一次', 'Shown only now; each works once')}
          description={say(
            '手机丢失时用来登录，请打印或存入密码库',
            'They let you in when the phone is lost; print or store them',
          )}
        />
        <ul className="codes">
          {recoveryCodes?.map((one) => (
            <li key={one}>
              <code>{one}</code>
            </li>
          ))}
        </ul>
      </Modal>
    </section>
  );
}
