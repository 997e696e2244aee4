// Applications for the foreign exchange directory in words: the enterprise's own affair (N7). Pure.
import { type ApplicationKind, type ApplicationState, kindNames, stateNames } from '../directory/contract.ts';
import { both, type Payload, said, type Telling } from './telling.ts';

const kind = (p: Payload) => kindNames[p.kind as ApplicationKind];
const tones: Readonly<Partial<Record<ApplicationState, NonNullable<Telling['tone']>>>> = {
  returned: 'attention',
  approved: 'good',
  refused: 'bad',
};

export const directoryAffairs: Readonly<Record<string, (p: Payload) => Telling>> = {
  'directory.applied': (p) => ({
    text: both(
      `外汇${kind(p).zh}申请 ${p.number} 第 ${p.version} 版已提交`,
      `Application ${p.number} for the foreign exchange directory (${kind(p).en.toLowerCase()}), version ${p.version}, is filed`,
    ),
    links: { applicationId: String(p.applicationId) },
  }),
  'directory.changed': (p) => {
    const state = p.state as ApplicationState;
    const grade = p.grade ? both(`（${p.grade} 类）`, ` (class ${p.grade})`) : both('', '');
    return {
      tone: tones[state] ?? 'neutral',
      text: both(
        `外汇${kind(p).zh}申请 ${p.number} ${stateNames[state].zh}${grade.zh}：${said(p.text).zh}`,
        `Application ${p.number} for the foreign exchange directory: ${stateNames[state].en.toLowerCase()}${grade.en}: ${said(p.text).en}`,
      ),
      links: { applicationId: String(p.applicationId) },
    };
  },
};
