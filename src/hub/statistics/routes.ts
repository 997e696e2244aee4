// HTTP of the statistics (P8).
import { Type } from 'typebox';
import { writeCsv } from '../../runtime/codec/write-csv.ts';
import { writeXlsx } from '../../runtime/codec/xlsx.ts';
import { ReplyWith, route } from '../../runtime/http/route.ts';
import { Bytes, Day } from '../../runtime/http/shapes.ts';
import { readPlatform, readStatistics } from './read-statistics.ts';
import { PlatformShape, StatisticsShape } from './replies.ts';
import { toRows } from './table.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const asked = {
  from: Day,
  to: Day,
  by: Type.Optional(Type.Enum(['day', 'month'])),
  direction: Type.Optional(Type.Enum(['import', 'export'])),
  transportMode: Type.Optional(Type.String({ pattern: '^[0-9A-Z]$', examples: ['3'] })),
  party: Type.Optional(Type.String({ pattern: '^[a-z][a-z-]{1,39}$', examples: ['customs'] })),
  office: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{4}$', examples: ['8016'] })),
};

export const routes = [
  route({
    method: 'GET',
    path: '/statistics',
    summary: {
      zh: '按申报日统计票数、状态与用时：本单位、本部门或场站；口岸办可看全平台或任一方',
      en: 'Cases by day of filing, with state and time taken: one’s own, or of the far end one runs; for the port office of all or of any',
    },
    action: 'shipment.read',
    query: Type.Object(asked),
    response: StatisticsShape,
    refusals: ['STATISTICS_NOT_OWN', 'STATISTICS_PERIOD_UNFIT'],
    handle: (context, { query }) => readStatistics(context, query),
  }),
  route({
    method: 'GET',
    path: '/statistics/table',
    summary: { zh: '同一统计，作为表格文件（CSV 或 XLSX）', en: 'The same figures as a spreadsheet, CSV or XLSX' },
    action: 'shipment.read',
    query: Type.Object({ ...asked, format: Type.Optional(Type.Enum(['csv', 'xlsx'])) }),
    response: Bytes,
    refusals: ['STATISTICS_NOT_OWN', 'STATISTICS_PERIOD_UNFIT'],
    handle: async (context, { query }) => {
      const { format = 'csv', ...question } = query;
      const rows = toRows(await readStatistics(context, question));
      const bytes = format === 'xlsx' ? await writeXlsx('统计', rows) : Buffer.from(writeCsv(rows));
      return new ReplyWith(bytes, {
        headers: {
          'content-type': types[format],
          'content-disposition': `attachment; filename="statistics-${query.from}-${query.to}.${format}"`,
        },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/statistics/platform',
    summary: {
      zh: '全平台按月统计；票数或货主过少的不列出',
      en: 'The whole platform by month; what too few cases or owners stand behind is left out',
    },
    action: 'shipment.read',
    query: Type.Object({ month: Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', examples: ['2026-11'] }) }),
    response: PlatformShape,
    handle: (context, { query }) => readPlatform(context, query.month),
  }),
];
