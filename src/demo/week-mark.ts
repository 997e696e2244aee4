// Whether the demo week was played to its end: a mark beside the embedded database. A week cut short (killed, power) is never
// shown half: the database, which was empty before the play, and the simulators' journals are made anew at the next start.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type WeekMark = {
  wasCutShort(): boolean;
  /** Simulators forget what they were told of a week that is played again. */
  forget(): void;
  /** The play calls it once it has found the database empty. */
  begin(): void;
  end(): void;
};

export function weekMark(dataDir: string): WeekMark {
  const mark = path.join(dataDir, 'demo-week.playing');
  return {
    wasCutShort: () => existsSync(mark),
    forget: () => {
      rmSync(path.join(dataDir, 'simulators'), { recursive: true, force: true });
      rmSync(mark, { force: true });
    },
    begin: () => writeFileSync(mark, ''),
    end: () => rmSync(mark, { force: true }),
  };
}
