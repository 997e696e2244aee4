// A new password, typed twice or shown; what is asked of it stands beside it (ASVS 6.2: paste is welcome, nothing is composed).
import { Input } from 'antd';
import { useSay } from '../../../web/language.tsx';

const LEAST = 12;

export function NewPassword({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useSay();
  return (
    <div className="field">
      <label htmlFor="new-password">{say('新密码', 'New password')}</label>
      <Input.Password
        id="new-password"
        autoComplete="new-password"
        aria-describedby="password-rule"
        maxLength={128}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
      <p id="password-rule" className="soft">
        {say(
          `至少 ${LEAST} 个字符，长句最好；不必混用大小写和符号，不能是常见密码，也不能由账号、姓名、单位名拼成。`,
          `At least ${LEAST} characters, best a long phrase; no capitals or signs needed. No common password, and not made of your account, name or organisation.`,
        )}
      </p>
    </div>
  );
}

export function CurrentPassword({
  id = 'current-password',
  value,
  onChange,
}: {
  id?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const say = useSay();
  return (
    <div className="field">
      <label htmlFor={id}>{say('当前密码', 'Present password')}</label>
      <Input.Password
        id={id}
        autoComplete="current-password"
        maxLength={200}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </div>
  );
}
