// What lands in the inbox: as the role decides, or as the person chooses (M2).
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { get, send } from '../../../web/api.ts';
import { ProblemNote, Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { EventFilter } from '../../notices/contract.ts';
import { FiltersEditor } from '../../notices/web/filter-editor.tsx';
import type { InboxFilters } from '../contract.ts';

export function FiltersDialog({ close }: { close: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [changed, setChanged] = useState<readonly EventFilter[]>();
  const [problem, setProblem] = useState<unknown>();
  const now = useQuery({ queryKey: ['inbox', 'filters'], queryFn: () => get<InboxFilters>('/inbox/filters') });
  const save = async (filters: readonly EventFilter[] | null) => {
    setProblem(undefined);
    try {
      await send('PUT', '/inbox/filters', { filters });
      await client.invalidateQueries({ queryKey: ['inbox', 'filters'] });
      close();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      width={860}
      title={say('哪些事件进入收件箱', 'What lands in the inbox')}
      onCancel={close}
      footer={
        <>
          <Button disabled={now.data?.byRole !== false} onClick={() => void save(null)}>
            {say('恢复岗位默认', 'Back to the role’s own')}
          </Button>
          <Button type="primary" disabled={changed === undefined} onClick={() => void save(changed ?? [])}>
            {say('保存', 'Save')}
          </Button>
        </>
      }
    >
      <p className="soft">
        {say(
          '符合任一条件的事件都会进入；一个条件内各项须同时符合，一项内符合其一即可。',
          'An event that fits one of the filters lands. Within a filter all fields must fit, within a field one value.',
        )}
      </p>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Shown query={now}>
        {(filters) => <FiltersEditor id="inbox" value={changed ?? filters.filters} onChange={setChanged} />}
      </Shown>
    </Modal>
  );
}
