// What an SFTP folder or a NATS stream needs beside its address (N12): what opens it, whose key it must have, and whether files are taken from it.
import { Checkbox, Input } from 'antd';
import { useSay } from '../../../web/language.tsx';

export type FolderFields = { readonly key: string; readonly hostKey: string; readonly takesFiles: boolean };
export const isFolderUrl = (url: string): boolean => /^(sftp|nats|nats\+tls):/i.test(url.trim());

export function FolderEditor({
  value,
  onChange,
  sftp,
  kept,
}: {
  value: FolderFields;
  onChange: (value: FolderFields) => void;
  sftp: boolean;
  /** A key is kept already; an empty field leaves it. */
  kept: boolean;
}) {
  const say = useSay();
  return (
    <>
      <div className="field">
        <label htmlFor="s-key">
          {kept
            ? say('口令或私钥（不填则不变）', 'Password or private key (empty: as it is)')
            : say('口令或私钥', 'Password or private key')}
        </label>
        <Input.TextArea
          id="s-key"
          rows={2}
          maxLength={8000}
          autoComplete="off"
          value={value.key}
          onChange={(e) => onChange({ ...value, key: e.target.value })}
        />
      </div>
      {sftp && (
        <div className="field">
          <label htmlFor="s-host-key">{say('主机密钥指纹（SHA256:…）', 'Host key fingerprint (SHA256:…)')}</label>
          <Input
            id="s-host-key"
            maxLength={60}
            value={value.hostKey}
            onChange={(e) => onChange({ ...value, hostKey: e.target.value })}
          />
        </div>
      )}
      <Checkbox checked={value.takesFiles} onChange={(e) => onChange({ ...value, takesFiles: e.target.checked })}>
        {say('收取 to-portico 中的文件并申报', 'Take files from to-portico and file them')}
      </Checkbox>
    </>
  );
}

/** What is sent: nothing of it where the address is a webhook's. */
export const folderCommand = (url: string, { key, hostKey, takesFiles }: FolderFields): object =>
  isFolderUrl(url)
    ? {
        ...(key === '' ? {} : { key }),
        ...(hostKey.trim() === '' || !/^sftp:/i.test(url.trim()) ? {} : { hostKey: hostKey.trim() }),
        takesFiles,
      }
    : {};
