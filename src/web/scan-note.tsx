// What the virus scanner said of an attachment, in words; that nobody looked is said too.
import type { DocumentView } from '../hub/documents/contract.ts';
import { useSay } from './language.tsx';

type Scan = NonNullable<DocumentView['scan']>;
const words: Readonly<Record<Scan['state'], readonly [zh: string, en: string, colour: string]>> = {
  unscanned: ['未作病毒扫描', 'Not scanned for viruses', 'default'],
  scanning: ['正在扫描', 'Being scanned', 'blue'],
  clean: ['未发现病毒', 'No virus found', 'green'],
  infected: ['含病毒，已隔离', 'Virus, locked away', 'red'],
  unscannable: ['无法扫描，仅本单位可取', 'Cannot be scanned, uploader only', 'orange'],
};

export function ScanNote({ scan }: { scan: Scan }) {
  const say = useSay();
  const [zh, en, colour] = words[scan.state];
  return (
    <>
      <span className={`tag tag-${colour}`}>{say(zh, en)}</span>
      {scan.text && <span className="soft"> {scan.text}</span>}
    </>
  );
}
