// The rail consignment note, CIM, SMGS or the common CIM/SMGS note, read into facts (N11). Its electronic form is not public; elements are named by
// the boxes of the printed note (CIT manual GLV-CIM/SMGS), to be agreed with the railway.
import type { Interpretation } from '../../hub/mapping/contract.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { childrenOf, textAt, type XmlNode } from '../../runtime/codec/xml.ts';

const kinds: ReadonlySet<string> = new Set(['CIM', 'SMGS', 'CIM/SMGS']);

export function readConsignmentNote(note: XmlNode): Interpretation {
  const [kind, number, train] = ['Kind', 'ConsignmentNumber', 'TrainNumber'].map((name) => textAt(note, name));
  if (!kind || !kinds.has(kind) || !number)
    throw new UnreadableMessage(
      `运单种类（Kind）${kind || '空'} 未知，或缺少运单号（ConsignmentNumber）`,
      `The kind (Kind) ${kind || 'nothing'} of the note is unknown, or its number (ConsignmentNumber) is missing`,
    );
  const containers = childrenOf(note, 'Wagon').flatMap((wagon) =>
    childrenOf(wagon, 'Container').flatMap((box) => textAt(box, 'ContainerNumber') || []),
  );
  const [packages, mass] = [textAt(note, 'NumberOfPackages'), textAt(note, 'GrossMassKg')];
  return {
    format: `consignment note ${kind}`,
    partnerMessageId: `${kind} ${number}/${textAt(note, 'IssuedAt')}`,
    facts: [
      {
        fact: 'manifested',
        conveyance: train ?? '',
        bills: [
          {
            bill: number,
            containers,
            ...(packages ? { packages } : {}),
            ...(mass ? { grossMassKg: mass } : {}),
          },
        ],
      },
    ],
  };
}
