// What a record of findings has to say to be taken (P6, M4), pure: it is about this inspection and this form, its parts agree with each
// other, and every photo it names has arrived. Handling codes: `facts/formats-cn.md` §6.
import type { Finding } from '../../../kernel/finding.ts';
import type { RecordedFindings } from '../contract.ts';

export type FindingsFacts = {
  readonly objectIds: readonly string[];
  /** Numbers of the goods lines of the filed form. */
  readonly lineNumbers: readonly string[];
  /** Digests of the photos that are here. */
  readonly photos: readonly string[];
};
const VERSION = '1';
const NORMAL = ['11', '12'];
const fault = (
  path: string,
  value: string,
  rule: string,
  message: Finding['message'],
  remedy: Finding['remedy'],
): Finding => ({ path, value, rule, ruleVersion: VERSION, severity: 'error', message, remedy });

export function faultsOfFindings(record: RecordedFindings, facts: FindingsFacts): Finding[] {
  return [
    ...outcomeFaults(record),
    ...placeFaults(record, facts),
    ...sealFaults(record),
    ...sampleFaults(record),
    ...(record.photos ?? []).flatMap((photo, i) =>
      facts.photos.includes(photo.digest)
        ? []
        : [
            fault(
              `photos[${i}].digest`,
              photo.digest,
              'photo-has-arrived',
              { zh: '照片尚未上传', en: 'The photo has not been sent' },
              { zh: '请先上传照片，再登记结果', en: 'Send the photo first, then the result' },
            ),
          ],
    ),
  ];
}

/** Normal is 正常放行 or 其他, in the whole and in every item; what was found abnormal is not 正常放行. */
function outcomeFaults({ outcome, handlingCode, items = [] }: RecordedFindings): Finding[] {
  const remedy = {
    zh: '结果正常时处理为 11 正常放行或 12 其他；异常时选择相应的处理',
    en: 'A normal result goes with 11 or 12; an abnormal one with what is done about it',
  };
  const unfit = (path: string, code: string): Finding =>
    fault(
      path,
      code,
      'handling-fits-outcome',
      { zh: `处理代码 ${code} 与查验结果不符`, en: `Handling ${code} does not go with the outcome` },
      remedy,
    );
  if (outcome === 'abnormal') return handlingCode === '11' ? [unfit('handlingCode', handlingCode)] : [];
  return [
    ...(NORMAL.includes(handlingCode) ? [] : [unfit('handlingCode', handlingCode)]),
    ...items.flatMap((item, i) =>
      NORMAL.includes(item.handlingCode) ? [] : [unfit(`items[${i}].handlingCode`, item.handlingCode)],
    ),
  ];
}

type Placed = { readonly objectId?: string; readonly lineNumber?: string };
function placeFaults(record: RecordedFindings, { objectIds, lineNumbers }: FindingsFacts): Finding[] {
  const placed: readonly (readonly [string, Placed])[] = [
    ...(record.items ?? []).map((row, i) => [`items[${i}]`, row] as const),
    ...(record.seals ?? []).map((row, i) => [`seals[${i}]`, row] as const),
    ...(record.samples ?? []).map((row, i) => [`samples[${i}]`, row] as const),
    ...(record.photos ?? []).map((row, i) => [`photos[${i}]`, row] as const),
  ];
  return placed.flatMap(([path, { objectId, lineNumber }]) => [
    ...(objectId === undefined || objectIds.includes(objectId)
      ? []
      : [
          fault(
            `${path}.objectId`,
            objectId,
            'object-is-inspected',
            { zh: '不是本次查验的对象', en: 'It is no object of this inspection' },
            { zh: `本次查验的对象：${objectIds.join('、')}`, en: `Its objects are ${objectIds.join(', ')}` },
          ),
        ]),
    ...(lineNumber === undefined || lineNumbers.includes(lineNumber)
      ? []
      : [
          fault(
            `${path}.lineNumber`,
            lineNumber,
            'line-is-declared',
            { zh: '申报中没有这一商品项', en: 'The declaration has no such goods line' },
            { zh: '未申报的货物请写在“情况”中', en: 'Write goods that were not declared into the findings' },
          ),
        ]),
  ]);
}

/** One number, one act, once; what was put on is a new seal. */
function sealFaults({ seals = [] }: RecordedFindings): Finding[] {
  return seals.flatMap((seal, i) => {
    const same = (other: typeof seal) => other.objectId === seal.objectId && other.number === seal.number;
    const before = seals.slice(0, i).filter(same);
    const twice = before.some((other) => other.act === seal.act);
    const notNew = seal.act === 'put-on' ? seals.some((other) => other !== seal && same(other)) : false;
    if (!twice && !notNew) return [];
    return [
      fault(
        `seals[${i}].number`,
        seal.number,
        'seal-once',
        twice
          ? { zh: '同一封志的同一动作登记了两次', en: 'The same act on the same seal stands here twice' }
          : { zh: '新施加的封志号与原封志相同', en: 'The seal put on has the number of one that was there' },
        { zh: '请核对封志号', en: 'Check the number of the seal' },
      ),
    ];
  });
}

function sampleFaults({ samples = [] }: RecordedFindings): Finding[] {
  return samples.flatMap((sample, i) =>
    samples.findIndex((other) => other.number === sample.number) === i
      ? []
      : [
          fault(
            `samples[${i}].number`,
            sample.number,
            'sample-number-once',
            { zh: '样品编号重复', en: 'The number of the sample stands here twice' },
            { zh: '每件样品一个编号', en: 'Give each sample its own number' },
          ),
        ],
  );
}
