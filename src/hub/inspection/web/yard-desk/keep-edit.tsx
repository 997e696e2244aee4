// An edit that is sent. Where it would take the slot of inspections, it is refused and names them, and may be sent again so that they move; where
// somebody else saved first it is refused and says what differs, and one takes what stands or keeps one's own.
import { Button } from 'antd';
import { useState } from 'react';
import { ApiProblem, send } from '../../../../web/api.ts';
import { ProblemNote } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import { useAct } from '../../../../web/use-act.ts';
import type { Kept } from '../../contract.ts';

export type Sent = { readonly method: 'PUT' | 'POST' | 'DELETE'; readonly path: string; readonly body?: object };

/** `done` is given what was saved, with its new revision. */
export function useEdit<T>(queryKey: readonly string[], done: (saved: T) => void) {
  const { problem, act } = useAct(queryKey, ['live']);
  const [last, setLast] = useState<Sent>();
  const submit = async (sent: Sent): Promise<void> => {
    setLast(sent);
    let saved: T | undefined;
    if (await act(async () => (saved = await send<T>(sent.method, sent.path, sent.body)))) done(saved as T);
  };
  const again = (more: Readonly<Record<string, string>>) => {
    if (!last) return;
    const { method, path, body } = last;
    if (method !== 'DELETE') return void submit({ method, path, body: { ...body, ...more } });
    const [at = '', query] = path.split('?');
    const whole = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(query)), ...more });
    void submit({ method, path: `${at}?${whole}` });
  };
  return { problem, submit, again };
}
/** What was seen of an entry; nothing of a new one. */
export const seen = ({ revision }: Kept): Partial<Kept> => (revision === '' ? {} : { revision });

export function EditProblem({
  problem,
  again,
  takeTheirs,
}: {
  problem: unknown;
  again: (more: Readonly<Record<string, string>>) => void;
  takeTheirs: () => void;
}) {
  const say = useSay();
  if (problem === undefined) return null;
  const code = problem instanceof ApiProblem ? problem.code : '';
  const stands =
    problem instanceof ApiProblem ? problem.findings.find((f) => f.path === 'revision')?.proposal : undefined;
  return (
    <>
      <ProblemNote error={problem} />
      {code === 'YARD_STRANDS' && (
        <Button danger onClick={() => again({ stranded: 'move' })}>
          {say('仍要修改，并将这些查验改到最早的时段', 'Change it, and move these inspections to their earliest slots')}
        </Button>
      )}
      {code === 'YARD_CHANGED_MEANWHILE' && (
        <div className="bar">
          <Button onClick={takeTheirs}>{say('取用现有内容', 'Take what stands')}</Button>
          {stands && (
            <Button danger onClick={() => again({ revision: stands })}>
              {say('以我的内容覆盖', 'Put mine in its place')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
