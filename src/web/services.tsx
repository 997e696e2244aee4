// What one can do here (办事大厅, P1): services by what you want done, for whoever may do them.
import { Link } from '@tanstack/react-router';
import { useSay } from './language.tsx';
import type { PortalPath } from './paths.ts';

type Service = {
  readonly action: string;
  readonly to: PortalPath;
  readonly zh: string;
  readonly en: string;
  readonly hintZh: string;
  readonly hintEn: string;
};
const services: readonly Service[] = [
  {
    action: 'shipment.write',
    to: '/shipments',
    zh: '货物申报',
    en: 'File a shipment',
    hintZh: '填一张综合表，分送海关、边检、海事、商务、承运人和场站',
    hintEn: 'One form for customs, border inspection, maritime, commerce, carrier and station',
  },
  {
    action: 'shipment.read',
    to: '/shipments',
    zh: '查询货物状态',
    en: 'Track goods',
    hintZh: '按提运单、箱号、报关单号等任意编号',
    hintEn: 'By bill, container, declaration or any other number',
  },
  {
    action: 'inspection.read',
    to: '/inspections',
    zh: '查验安排与结果',
    en: 'Inspections',
    hintZh: '时间、地点、参加部门；可改期、登记结果',
    hintEn: 'When, where and by whom; move them, record results',
  },
  {
    action: 'yard.read',
    to: '/yard',
    zh: '查验场排期与出运率',
    en: 'Inspection yards',
    hintZh: '时段 × 台位一张图；查验集装箱当班船出运率',
    hintEn: 'Slots and bays on one board; the share that makes its conveyance',
  },
  {
    action: 'draw.read',
    to: '/draws',
    zh: '双随机抽取',
    en: 'Random draws',
    hintZh: '随机抽取查验对象、选派人员；过程公开，任何人可重新计算',
    hintEn: 'What is inspected and by whom is drawn; open, and anybody can recompute it',
  },
  {
    action: 'collision.resolve',
    to: '/collisions',
    zh: '指令对碰',
    en: 'Contradicting instructions',
    hintZh: '各部门对同一对象的指令不一致时处理',
    hintEn: 'Where authorities disagree about one object',
  },
  {
    action: 'release.verify',
    to: '/gate',
    zh: '核验放行、出场',
    en: 'Verify a release, let out',
    hintZh: '扫描放行凭证，一次放行即可出场',
    hintEn: 'Scan the release token; one release is enough',
  },
  {
    action: 'organisation.admit',
    to: '/admissions',
    zh: '单位注册与资质核对',
    en: 'Admit organisations',
    hintZh: '批准单位注册，核对报关单位备案等资质',
    hintEn: 'Admit organisations, check their customs registrations and other qualifications',
  },
  {
    action: 'enterprise.read',
    to: '/organisation',
    zh: '委托与接口密钥',
    en: 'Authorisations and API keys',
    hintZh: '委托报关企业、随时撤销；为程序发放密钥',
    hintEn: 'Authorise a broker, revoke at will; keys for programs',
  },
  {
    action: 'directory.apply',
    to: '/directory',
    zh: '外汇名录登记',
    en: 'Foreign exchange directory',
    hintZh: '登记、变更、注销网上办理，随时查看外汇局答复',
    hintEn: 'Register, change or cancel online; see what the administration answers',
  },
  {
    action: 'audit.read',
    to: '/audit',
    zh: '审计留痕与导出',
    en: 'Audit trail and exports',
    hintZh: '按人、单位、事、物、时间查询；导出可独立核验的凭证包',
    hintEn: 'Search by who, what and when; take bundles away that are checked without us',
  },
  {
    action: 'retention.read',
    to: '/retention',
    zh: '记录保存期限',
    en: 'How long records are kept',
    hintZh: '各类记录保存多久、依据何在；两人方可更改',
    hintEn: 'Of each class, and by what law; changed by two persons',
  },
  {
    action: 'trust.manage',
    to: '/signatures',
    zh: '信任的认证机构',
    en: 'Trusted authorities',
    hintZh: '一人提出，另一人核对指纹后确认',
    hintEn: 'One proposes, another compares the fingerprint and confirms',
  },
  {
    action: 'look.read',
    to: '/looks',
    zh: '谁看过我的单证',
    en: 'Who has looked at my documents',
    hintZh: '其他单位何时由何人查看了哪一票、哪份单证',
    hintEn: 'Which organisation’s whom looked at which case or document, and when',
  },
  {
    action: 'subscription.manage',
    to: '/subscriptions',
    zh: '订阅状态推送',
    en: 'Subscribe to states',
    hintZh: '货物状态推送到贵单位系统',
    hintEn: 'States pushed to your own system',
  },
  {
    action: 'signed-in',
    to: '/reference',
    zh: '查税则与代码',
    en: 'Tariff and codes',
    hintZh: '税号、监管证件、计量单位，口岸、币制等代码表',
    hintEn: 'Commodity codes, documents, units; ports, currencies and other tables',
  },
  {
    action: 'exchange.operate',
    to: '/exchange',
    zh: '交换运行',
    en: 'Run the exchange',
    hintZh: '各通道投递、死信重发、来文隔离',
    hintEn: 'Deliveries, dead letters, quarantine of every channel',
  },
  {
    action: 'paper-act.handle',
    to: '/emergencies',
    zh: '应急',
    en: 'Emergency',
    hintZh: '系统或传输故障时凭纸面办理，恢复后核对',
    hintEn: 'Act on paper while a system is down, reconcile afterwards',
  },
];

export function Services({ may }: { may: (action: string) => boolean }) {
  const say = useSay();
  return (
    <nav className="services" aria-label={say('服务事项', 'Services')}>
      {services
        .filter((s) => may(s.action))
        .map((s) => (
          <Link key={s.zh} to={s.to}>
            <strong>{say(s.zh, s.en)}</strong>
            <span className="soft">{say(s.hintZh, s.hintEn)}</span>
          </Link>
        ))}
    </nav>
  );
}
