// What the clerk at the gate may report of the goods whose token he has checked (P7): forwards as the truck goes, and each taken back.
import { Button, Popconfirm } from 'antd';
import type { Movement, PossibleReport, Position } from '../contract.ts';
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { useSay } from '../../../web/language.tsx';

const forwards: Readonly<Record<Movement, Bilingual>> = {
  'gate-in': { zh: '登记进闸', en: 'Gate in' },
  loaded: { zh: '登记装车', en: 'Loaded' },
  'gate-out': { zh: '放行出场', en: 'Let out' },
};
const backwards: Readonly<Record<Movement, Bilingual>> = {
  'gate-in': { zh: '撤回进闸登记', en: 'Take back gate-in' },
  loaded: { zh: '撤回装车登记', en: 'Take back loaded' },
  'gate-out': { zh: '撤回出闸登记', en: 'Take back gate-out' },
};
const places: Readonly<Record<Position, Bilingual>> = {
  waiting: { zh: '货物在场内', en: 'The goods are in the yard' },
  'at-gate': { zh: '车辆已进闸', en: 'The truck is in' },
  loaded: { zh: '已装车', en: 'Loaded' },
  left: { zh: '已出闸', en: 'The goods have left' },
};

export function MovementButtons({
  position,
  may,
  busy,
  report,
}: {
  position: Position;
  may: readonly PossibleReport[];
  busy: boolean;
  report: (said: PossibleReport) => void;
}) {
  const say = useSay();
  return (
    <div className="bar" style={{ marginTop: 8 }}>
      <span>{say(places[position])}</span>
      {may.map((said) =>
        said.reverse ? (
          <Popconfirm
            key={`back ${said.movement}`}
            title={say('登记有误，或货物已退回？', 'Reported by mistake, or the goods came back?')}
            okText={say('撤回', 'Take back')}
            cancelText={say('不撤回', 'Leave it')}
            onConfirm={() => report(said)}
          >
            <Button danger disabled={busy}>
              {say(backwards[said.movement])}
            </Button>
          </Popconfirm>
        ) : (
          <Button
            key={said.movement}
            type={said.movement === 'gate-out' ? 'primary' : 'default'}
            disabled={busy}
            onClick={() => report(said)}
          >
            {say(forwards[said.movement])}
          </Button>
        ),
      )}
    </div>
  );
}
