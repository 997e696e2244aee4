// The operator desk (P3): partners' health, deliveries and dead letters with their attempts, messages that wait or could not be
// read, and reactions that failed; each with what the port office can do about it. Everything refreshes by itself.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { FileList } from '../../erp/web/file-list.tsx';
import { StatementLines } from '../../payment/web/statement-lines.tsx';
import type { Act } from './act.ts';
import { BulkReplayList } from './bulk-replay-list.tsx';
import { ChannelTable } from './channel-table.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { FaultList } from './fault-list.tsx';
import { InboundList } from './inbound-list.tsx';
import { RestoreNote } from './restore-note.tsx';
import { TraceSearch } from './trace.tsx';

export default function OperatorDesk() {
  const say = useSay();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [traceId, setTraceId] = useState('');
  const act = useCallback<Act>(
    (path, body) => {
      setProblem(undefined);
      send('POST', path, body)
        .then(() => client.invalidateQueries({ queryKey: ['exchange'] }))
        .catch(setProblem);
    },
    [client],
  );
  return (
    <>
      <h1>{say('交换运行', 'Exchange')}</h1>
      {problem !== undefined && <ProblemNote error={problem} />}
      <RestoreNote act={act} />
      <ChannelTable act={act} />
      <TraceSearch onSearch={setTraceId} />
      <DeliveryList act={act} traceId={traceId} />
      <BulkReplayList act={act} />
      <InboundList act={act} traceId={traceId} />
      <FaultList act={act} />
      <FileList />
      <StatementLines />
    </>
  );
}
