// `PORTICO_SEAL_KEYS_BESIDE=<base64>,<base64>`: keys that open beside the one that seals (decision 0051); none of them shows in what is said.
import type { Bad } from '../bad-setting.ts';

export function parseSealKeys(text = '', sealing: string | undefined, bad: Bad): readonly string[] {
  const keys = text.split(',').flatMap((one) => one.trim() || []);
  if (keys.some((key) => Buffer.from(key, 'base64').length !== 32))
    bad(
      'PORTICO_SEAL_KEYS_BESIDE',
      '…',
      '每个密钥应为 32 字节（base64），以逗号分隔',
      'must be keys of 32 bytes each (base64), with commas between',
    );
  // The one that seals opens too; given twice it is still one.
  return [...new Set(keys)].filter((key) => key !== sealing);
}
