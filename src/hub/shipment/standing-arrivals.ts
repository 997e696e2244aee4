// What stations' words of arrival leave standing (P8, N10). Words come in any order: what is taken back may come before what it takes back. A reversal
// takes what its own station had told by the time it names; one that finds nothing waits, and takes the first such report that comes. Pure.
import type { ShipmentEvents } from './contract.ts';

export type ArrivalWord = Pick<
  ShipmentEvents['shipment.cargo-arrived'],
  'arrivedAt' | 'containers' | 'channel' | 'discharged' | 'reversed'
>;
/** A report without boxes is of the bill. */
const BILL = '';
const boxesOf = ({ containers }: ArrivalWord): readonly string[] => (containers.length > 0 ? containers : [BILL]);
const timeOf = ({ arrivedAt }: ArrivalWord): number => Date.parse(arrivedAt);
const isSameMove = (a: ArrivalWord, b: ArrivalWord): boolean => (a.discharged ?? false) === (b.discharged ?? false);

/** Whether this reversal means this report's word of the box, whichever came first. */
const means = (back: ArrivalWord, report: ArrivalWord, box: string): boolean =>
  back.reversed === true &&
  !report.reversed &&
  back.channel === report.channel &&
  isSameMove(back, report) &&
  timeOf(report) <= timeOf(back) &&
  (back.containers.length === 0 || box === BILL || back.containers.includes(box));

/** Of a reversal that was told after the report. `some`: one box of it is enough. */
export function takesArrivalBack(back: ArrivalWord, report: ArrivalWord, how: 'all' | 'some'): boolean {
  const boxes = boxesOf(report);
  return how === 'all' ? boxes.every((box) => means(back, report, box)) : boxes.some((box) => means(back, report, box));
}

/** Of each word, in the order they were told: the boxes that its report leaves standing; none of a reversal. */
function standingBoxes(words: readonly ArrivalWord[]): (readonly string[])[] {
  return words.map((report, r) =>
    report.reversed
      ? []
      : boxesOf(report).filter(
          (box) =>
            !words.some((back, x) => {
              if (!means(back, report, box)) return false;
              if (x > r) return true;
              // It came first: it waits for this one unless it has had what it takes back.
              return !words.slice(0, r).some((one) => boxesOf(one).includes(box) && means(back, one, box));
            }),
        ),
  );
}

/** When the goods first came, as the words stand now. */
export function firstArrival(told: readonly ArrivalWord[]): string | undefined {
  const standing = standingBoxes(told);
  return told
    .filter((_, i) => standing[i]?.length)
    .map(({ arrivedAt }) => arrivedAt)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** The boxes that a report or a reversal changes by coming after the `before`: what is to be told on. None and no bill: nothing is. */
export function changedBy(
  word: ArrivalWord,
  before: readonly ArrivalWord[],
): Pick<ArrivalWord, 'containers'> | undefined {
  const words = [...before, word];
  const standing = standingBoxes(words);
  const stands = (box: string, is: (one: ArrivalWord) => boolean): boolean =>
    before.some((one, i) => standing[i]?.includes(box) && isSameMove(one, word) && is(one));
  if (!word.reversed) {
    // An earlier arrival of boxes that have been told to have come later since is no news.
    const fresh = (standing.at(-1) ?? []).filter(
      (box) => !stands(box, (one) => one.channel === word.channel && timeOf(one) > timeOf(word)),
    );
    return fresh.length > 0 ? { containers: fresh.filter((box) => box !== BILL) } : undefined;
  }
  const meant = new Set(before.flatMap((one) => boxesOf(one).filter((box) => means(word, one, box))));
  const gone = [...meant].filter((box) => !stands(box, () => true));
  if (gone.length === 0) return undefined;
  const isWhole = gone.length === meant.size && (word.containers.length === 0 || gone.includes(BILL));
  return { containers: isWhole ? word.containers : gone.filter((box) => box !== BILL) };
}
