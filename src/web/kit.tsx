// The small kit of the portal: loading, error and empty states, tags that say it in words, the mark of simulation.
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Bilingual } from '../kernel/bilingual.ts';
import { authorities, isAuthority } from '../kernel/party.ts';
import { ApiProblem } from './api.ts';
import { useSay } from './language.tsx';

export function ProblemNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useSay();
  const known = error instanceof ApiProblem;
  const title = known ? say(error.text) : say('页面出现故障', 'Something failed on this page');
  const remedy = known ? say(error.remedy) : String(error);
  const findings = known ? error.findings : [];
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      description={
        <>
          <div>{remedy}</div>
          {findings.length > 0 && (
            <ul>
              {findings.map((f) => (
                <li key={`${f.path}${f.rule}`}>
                  <code>{f.path}</code> {say(f.message)}
                </li>
              ))}
            </ul>
          )}
          {known && error.status >= 500 && error.traceId && (
            <div>
              {say('追踪号', 'Trace id')} <code>{error.traceId}</code>
            </div>
          )}
        </>
      }
      action={retry && <Button onClick={retry}>{say('重试', 'Try again')}</Button>}
    />
  );
}

/** Shows a query's result, or its waiting, failing or empty state. */
export function Shown<T>({
  query,
  empty,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'isPending' | 'isError' | 'data' | 'error' | 'refetch'>;
  empty?: (value: T) => boolean;
  children: (value: T) => ReactNode;
}) {
  const say = useSay();
  if (query.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  const fault = query.isError && <ProblemNote error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return fault;
  // What was shown before stays to be read when it cannot be brought up to date.
  return (
    <>
      {fault}
      {empty?.(query.data) ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('暂无内容', 'Nothing here yet')} />
      ) : (
        children(query.data)
      )}
    </>
  );
}

type Pages<T> = UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;

export function MoreButton({
  list,
}: {
  list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown };
}) {
  const say = useSay();
  if (!list.hasNextPage) return null;
  return (
    <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
      {say('更多', 'More')}
    </Button>
  );
}

/** What grows by pages: all rows so far and a way to more, or that it waits, failed, or holds nothing. */
export function ShownPages<T>({ list, children }: { list: Pages<T>; children: (items: readonly T[]) => ReactNode }) {
  return (
    <>
      <Shown query={list} empty={({ pages }) => pages.every((page) => page.items.length === 0)}>
        {({ pages }) => children(pages.flatMap((page) => page.items))}
      </Shown>
      <MoreButton list={list} />
    </>
  );
}
export function PagedTable<T>({
  list,
  head,
  row,
}: {
  list: Pages<T>;
  head: readonly string[];
  row: (item: T) => ReactNode;
}) {
  return (
    <ShownPages list={list}>
      {(items) => (
        <table className="plain stack">
          <thead>
            <tr>
              {head.map((h) => (
                <th key={h}>{h}</th>
              ))}
            </tr>
          </thead>
          <tbody>{items.map(row)}</tbody>
        </table>
      )}
    </ShownPages>
  );
}

const words: Readonly<Record<string, readonly [zh: string, en: string, colour: string]>> = {
  draft: ['草稿', 'Draft', 'default'],
  awaiting: ['等待部门意见', 'Awaiting authorities', 'blue'],
  'inspection-required': ['需要查验', 'Inspection required', 'orange'],
  held: ['布控扣留', 'Held', 'red'],
  refused: ['不予放行', 'Refused', 'red'],
  rejected: ['退单待改', 'Rejected, to be amended', 'red'],
  'conditionally-released': ['附条件放行', 'Released on conditions', 'gold'],
  released: ['已放行', 'Released', 'green'],
  'gated-out': ['已出场', 'Left the gate', 'green'],
  withdrawn: ['已撤回', 'Withdrawn', 'default'],
  granted: ['放行有效', 'Release valid', 'green'],
  revoked: ['放行已撤销', 'Release revoked', 'red'],
  'certificate-revoked': ['已吊销', 'Revoked', 'red'],
  used: ['已使用', 'Used', 'default'],
  expired: ['已过期', 'Expired', 'default'],
  planned: ['已安排', 'Planned', 'orange'],
  overdue: ['已过时段', 'Slot passed', 'red'],
  started: ['进行中', 'Under way', 'blue'],
  finished: ['已完成', 'Finished', 'green'],
  'too-late': ['赶不上', 'Too late', 'red'],
  missed: ['未赶上', 'Missed', 'red'],
  'virtually-returned': ['虚拟归位，可直接装运', 'May load without moving back', 'green'],
  cancelled: ['已取消', 'Cancelled', 'default'],
  queued: ['待发送', 'Queued', 'blue'],
  sending: ['发送中', 'Sending', 'blue'],
  delivered: ['已送达', 'Delivered', 'green'],
  dead: ['死信', 'Dead letter', 'red'],
  stored: ['已存', 'Stored', 'blue'],
  interpreted: ['已读取', 'Read', 'green'],
  duplicate: ['重复', 'Duplicate', 'default'],
  quarantined: ['已隔离', 'Quarantined', 'red'],
  well: ['正常', 'Well', 'green'],
  failing: ['异常', 'Failing', 'red'],
  paused: ['已暂停', 'Paused', 'orange'],
  slow: ['积压', 'Slow', 'orange'],
  draining: ['排空中', 'Draining', 'orange'],
  waiting: ['等待编号', 'Waiting for a number', 'blue'],
  unreachable: ['不可达', 'Unreachable', 'orange'],
  unwritten: ['无法生成', 'Could not be written', 'red'],
  'taken-back': ['已收回，不再发送', 'Taken back, not sent', 'default'],
  superseded: ['已有新版，不再发送', 'A later version went out, not sent', 'default'],
  idle: ['无往来', 'Idle', 'default'],
  offered: ['待接受', 'Offered', 'blue'],
  accepted: ['有效', 'Accepted', 'green'],
  'used-up': ['已用完', 'Used up', 'orange'],
  'authorisation-revoked': ['已撤销', 'Revoked', 'red'],
  'qualification-pending': ['待核对', 'To be checked', 'orange'],
  'qualification-refused': ['未通过', 'Refused', 'red'],
  'qualification-not-yet': ['未生效', 'Not yet valid', 'default'],
  'qualification-valid': ['有效', 'Valid', 'green'],
  'qualification-expired': ['已到期', 'Expired', 'red'],
  'qualification-ended': ['已注销', 'Ended', 'red'],
  'application-open': ['待核对', 'To be checked', 'orange'],
  'application-approved': ['已批准', 'Admitted', 'green'],
  'application-refused': ['未批准', 'Refused', 'red'],
  active: ['启用', 'Active', 'green'],
  disabled: ['已停用', 'Disabled', 'red'],
  failed: ['失败', 'Failed', 'red'],
  withheld: ['无权限未发', 'Withheld', 'orange'],
  emergency: ['应急中', 'In force', 'red'],
  'paper-entered': ['待第二人确认', 'To be confirmed', 'blue'],
  'paper-rejected': ['已退回', 'Sent back', 'default'],
  'paper-effective': ['有效，待核对', 'In force, to be reconciled', 'orange'],
  'paper-confirmed': ['核对一致', 'Reconciled', 'green'],
  'paper-differing': ['不一致', 'Differs', 'red'],
  'paper-settled': ['已处理', 'Settled', 'green'],
  'paper-overdue': ['逾期未答', 'Overdue', 'red'],
  'bulk-proposed': ['待第二人确认', 'To be confirmed', 'blue'],
  'bulk-confirmed': ['已重发', 'Sent again', 'green'],
  'bulk-withdrawn': ['已撤回', 'Withdrawn', 'default'],
  maintenance: ['维护中', 'Maintenance', 'gold'],
  'settings-proposed': ['待第二人确认', 'To be confirmed', 'blue'],
  'settings-confirmed': ['已确认', 'Confirmed', 'green'],
  'settings-withdrawn': ['已撤回', 'Withdrawn', 'default'],
  'certification-running': ['进行中', 'Under way', 'blue'],
  'certification-finished': ['已完成', 'Finished', 'green'],
  'certification-cancelled': ['已取消', 'Cancelled', 'default'],
  'scenario-pending': ['未开始', 'Not begun', 'default'],
  'scenario-sending': ['发送中', 'Sending', 'blue'],
  'scenario-waiting': ['等待答复', 'Waiting for answers', 'blue'],
  'scenario-passed': ['通过', 'Passed', 'green'],
  'scenario-failed': ['未通过', 'Failed', 'red'],
  'scenario-skipped': ['略过', 'Left out', 'default'],
  'export-ready': ['可取走', 'Ready', 'green'],
  'export-expired': ['已过期删除', 'Gone', 'default'],
  'retention-proposed': ['待第二人确认', 'To be confirmed', 'blue'],
  'retention-active': ['生效', 'In force', 'green'],
  'retention-withdrawn': ['已撤回', 'Withdrawn', 'default'],
  'retention-replaced': ['已被取代', 'Replaced', 'default'],
  'rule-proposed': ['待预演和批准', 'To be rehearsed and approved', 'blue'],
  'rule-approved': ['已批准', 'Approved', 'green'],
  'rule-withdrawn': ['已撤回', 'Withdrawn', 'default'],
  'draw-opened': ['冻结中', 'Being frozen', 'blue'],
  'draw-frozen': ['等待随机数', 'Waiting for nonces', 'orange'],
  'draw-contributed': ['待公开', 'To be revealed', 'blue'],
  'draw-revealed': ['已抽取', 'Drawn', 'green'],
  'draw-failed': ['未按时进行', 'Not done in time', 'red'],
  neutral: ['通知', 'Notice', 'default'],
  good: ['顺利', 'Good', 'green'],
  attention: ['请注意', 'Attention', 'orange'],
  bad: ['有问题', 'Problem', 'red'],
  'bill-open': ['待缴', 'To be paid', 'orange'],
  'bill-overdue': ['逾期未缴', 'Overdue', 'red'],
  'bill-paying': ['支付中', 'Payment under way', 'blue'],
  'bill-paid': ['已扣款', 'Paid', 'green'],
  'bill-confirmed': ['税款已入库', 'Confirmed by the treasury', 'green'],
  'bill-refund-due': ['税单作废，待退款', 'Cancelled, refund due', 'orange'],
  'bill-refunded': ['已退款', 'Refunded', 'default'],
  'bill-cancelled': ['税单作废', 'Cancelled', 'default'],
  'bill-disputed': ['有争议', 'Disputed', 'red'],
  'order-sent': ['已发往银行', 'Sent to the bank', 'blue'],
  'order-accepted': ['银行已受理', 'Accepted by the bank', 'blue'],
  'order-settled': ['扣款成功', 'Paid', 'green'],
  'order-refused': ['银行拒付', 'Refused by the bank', 'red'],
  'order-partly-returned': ['部分退回', 'Partly returned', 'orange'],
  'order-returned': ['已退回', 'Returned', 'default'],
  'order-disputed': ['有争议', 'Disputed', 'red'],
  'line-matched': ['已匹配', 'Matched', 'green'],
  'line-open': ['未匹配', 'Not matched', 'red'],
  'line-settled': ['已处理', 'Settled', 'default'],
  'directory-sent': ['已提交', 'Sent', 'blue'],
  'directory-accepted': ['已受理', 'Accepted', 'blue'],
  'directory-returned': ['退回补正', 'Sent back', 'orange'],
  'directory-approved': ['已办结', 'Approved', 'green'],
  'directory-refused': ['不予办理', 'Refused', 'red'],
  pending: ['待确认', 'To be confirmed', 'orange'],
  confirmed: ['已确认', 'Confirmed', 'green'],
  open: ['待处理', 'Open', 'red'],
  resolved: ['已处理', 'Resolved', 'green'],
};
export function StateTag({ state }: { state: string }) {
  const say = useSay();
  const [zh, en, colour] = words[state] ?? [state, state, 'default'];
  return <span className={`tag tag-${colour}`}>{say(zh, en)}</span>;
}
/** The same in words alone. */
export function stateName(state: string): Bilingual {
  const [zh, en] = words[state] ?? [state, state];
  return { zh, en };
}
export function SimulatedTag({ shown }: { shown: boolean }) {
  const say = useSay();
  return shown ? <span className="tag tag-purple">{say('模拟', 'Simulated')}</span> : null;
}
export const authorityName = (id: string): Bilingual => (isAuthority(id) ? authorities[id] : { zh: id, en: id });

const objectTypes: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  conveyance: ['运输工具', 'Conveyance'],
  bill: ['提运单', 'Bill'],
  container: ['集装箱', 'Container'],
  package: ['货件', 'Package'],
  'express-parcel': ['快件', 'Express parcel'],
  mail: ['邮件', 'Mail'],
  declaration: ['报关单', 'Declaration'],
  'goods-line': ['商品项', 'Goods line'],
};
export function objectTypeName(type: string): { zh: string; en: string } {
  const [zh, en] = objectTypes[type] ?? [type, type];
  return { zh, en };
}
/** `container:CQPU1000014` → 集装箱 CQPU1000014; the lot of a case needs no number, a package listed by number has its own. */
export function objectName(id: string): { zh: string; en: string } {
  const [type = '', key = ''] = id.split(/:(.*)/, 2);
  if (type === 'package' && /^[^/]*LOT$/.test(key)) return { zh: '整批货物', en: 'The lot' };
  const { zh, en } = objectTypeName(type);
  return { zh: `${zh} ${key}`, en: `${en} ${key}` };
}
