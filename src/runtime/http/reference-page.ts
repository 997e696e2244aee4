// The API reference as one calm static page: no script, no asset from elsewhere, made once from the description (P12).
import type { Module } from '../module.ts';
import type { ApiDescription } from './openapi.ts';
import { statusOf } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import type { RefusalDefinition } from '../../kernel/refusal.ts';

type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly 'x-action': string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: object;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
};
type Content = Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;

const asText = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
const json = (value: unknown): string => `<pre tabindex="0">${asText(JSON.stringify(value, null, 2))}</pre>`;

export const referenceStyle = `body{font:15px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2933;background:#fff}
h1{font-size:1.6rem}h2{margin-top:2.5rem;border-bottom:1px solid #d0d7de;padding-bottom:.3rem}h3{font-size:1rem;margin:0}
code,pre{font:13px/1.5 ui-monospace,monospace}pre{background:#f6f8fa;padding:.75rem;overflow:auto;max-height:22rem;border-radius:6px}
details{border:1px solid #d0d7de;border-radius:6px;margin:.5rem 0;padding:.5rem .75rem}summary{cursor:pointer}
.method{display:inline-block;min-width:4rem;font-weight:600}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;border-top:1px solid #d0d7de;padding:.35rem .5rem}
a{color:#0b5cad}.quiet{color:#52606d}`;

function body(content: Content | undefined, heading: string): string {
  return Object.entries(content ?? {})
    .map(([type, { schema, example }]) =>
      example === undefined
        ? `<p>${heading}: <code>${asText(type)}</code></p>`
        : `<p>${heading}: <code>${asText(type)}</code></p>${typeof example === 'string' ? `<pre tabindex="0">${asText(example)}</pre>` : json(example)}<details><summary>schema</summary>${json(schema)}</details>`,
    )
    .join('');
}

function operationPart(method: string, path: string, operation: Operation): string {
  const rows = (operation.parameters ?? [])
    .map(
      (p) =>
        `<tr><td><code>${asText(p.name)}</code></td><td>${p.in}${p.required ? ' *' : ''}</td><td>${asText(p.description ?? '')}</td><td><code>${asText(JSON.stringify(p.schema))}</code></td></tr>`,
    )
    .join('');
  const good = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const bad = Object.entries(operation.responses).filter(([status]) => !status.startsWith('2'));
  const codes = bad.map(
    ([status, answer]) =>
      `<li><code>${status}</code> ${answer.description
        .split(', ')
        .map((code) => `<a href="#${code}">${code}</a>`)
        .join(', ')}</li>`,
  );
  return `<details id="${operation.operationId}"><summary><span class="method">${method.toUpperCase()}</span> <code>${asText(path)}</code> <span class="quiet">${asText(operation.summary)}</span></summary>
${operation.description ? `<p>${asText(operation.description)}</p>` : ''}<p class="quiet">权限 / action: <code>${operation['x-action']}</code></p>
${rows ? `<table><tr><th>参数 / parameter</th><th></th><th></th><th></th></tr>${rows}</table>` : ''}
${body(operation.requestBody?.content, '请求 / request')}
${good.map(([status, answer]) => (answer.content ? body(answer.content, `答复 / reply ${status}`) : `<p>答复 / reply ${status}</p>`)).join('')}
<p>拒绝 / refusals</p><ul>${codes.join('')}</ul></details>`;
}

function refusalPart(modules: readonly Module[]): string {
  const all: Readonly<Record<string, RefusalDefinition>> = Object.assign(
    {},
    httpRefusals,
    ...modules.map((m) => m.refusals),
  );
  const rows = Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, r]) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${statusOf[r.kind]}</td><td>${asText(r.message.zh)}<br>${asText(r.message.en)}</td><td>${asText(r.remedy.zh)}<br>${asText(r.remedy.en)}</td></tr>`,
    );
  return `<h2 id="refusals">拒绝代码 / Refusals</h2><table><tr><th>code</th><th>status</th><th>说明 / text</th><th>处理 / remedy</th></tr>${rows.join('')}<tr id="FAULT"><td><code>FAULT</code></td><td>500</td><td colspan="2">系统故障，已记录；请报编号<br>A fault on our side, recorded; quote its number</td></tr></table>`;
}

export function referencePage(description: ApiDescription, modules: readonly Module[]): string {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation: operation as unknown as Operation,
    })),
  );
  const sections = modules.map((module) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(module.id));
    if (own.length === 0) return '';
    return `<h2 id="${module.id}">${asText(module.name.zh)} / ${asText(module.name.en)}</h2>${own
      .map(({ method, path, operation }) => operationPart(method, path, operation))
      .join('\n')}`;
  });
  const schemas = Object.entries(description.components.schemas).map(
    ([name, schema]) => `<details id="schema-${name}"><summary><code>${name}</code></summary>${json(schema)}</details>`,
  );
  const info = description.info as { title: string; description: string };
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${asText(info.title)}</title><style>${referenceStyle}</style></head>
<body><main><h1>${asText(info.title)}</h1><p>${asText(info.description)}</p>
<p>机器可读 / machine-readable: <a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>
<nav aria-label="目录 / contents">${modules.map((m) => `<a href="#${m.id}">${asText(m.name.zh)} / ${asText(m.name.en)}</a>`).join(' · ')} · <a href="#schemas">数据结构 / schemas</a> · <a href="#refusals">拒绝代码 / refusals</a></nav>
${sections.join('\n')}
<h2 id="schemas">数据结构 / Schemas</h2>${schemas.join('\n')}
${refusalPart(modules)}</main></body></html>`;
}
