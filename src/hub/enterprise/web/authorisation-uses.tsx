// Each use of an authorisation, newest first, for its owner and its broker (P11).
import { Link } from '@tanstack/react-router';
import { Modal } from 'antd';
import { PagedTable } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { usePages } from '../../../web/use-pages.ts';
import type { AuthorisationUse, AuthorisationView } from '../contract.ts';

const steps: Readonly<Record<AuthorisationUse['step'], readonly [zh: string, en: string]>> = {
  submit: ['申报', 'filed'],
  amend: ['修改申报', 'amended'],
  withdraw: ['撤回', 'withdrew'],
  reschedule: ['查验改期', 'moved the inspection'],
};

export function AuthorisationUses({ authorisation, close }: { authorisation: AuthorisationView; close: () => void }) {
  const say = useSay();
  const time = useTime();
  const list = usePages<AuthorisationUse>(
    ['authorisation-uses', authorisation.id],
    `/authorisations/${authorisation.id}/uses?limit=20`,
  );
  return (
    <Modal
      open
      width={860}
      footer={null}
      onCancel={close}
      title={say(
        `使用记录：${authorisation.owner.name} → ${authorisation.broker.name}`,
        `Uses: ${authorisation.owner.nameEn} → ${authorisation.broker.nameEn}`,
      )}
    >
      <PagedTable
        list={list}
        head={[
          say('时间', 'When'),
          say('货物', 'Shipment'),
          say('事项', 'What'),
          say('经办', 'By'),
          say('计数', 'Counted'),
          say('剩余', 'Left'),
        ]}
        row={(use) => (
          <tr key={use.id}>
            <td>{time(use.usedAt)}</td>
            <td>
              <Link to="/shipments/$id" params={{ id: use.shipmentId }}>
                {use.shipmentNumber}
              </Link>{' '}
              v{use.version}
            </td>
            <td>{say(...steps[use.step])}</td>
            <td>{use.usedBy}</td>
            <td>
              {use.declarations} {say('票', '')} {use.value}
            </td>
            <td>{[use.leftDeclarations, use.leftValue].filter((left) => left !== undefined).join(' · ') || '–'}</td>
          </tr>
        )}
      />
    </Modal>
  );
}
