// The catalogue of events as the contracts declare them: type, payload as written, module; and where they are emitted.
// Read from the source by the TypeScript parser, so that it cannot drift; used by the documents and by their test.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type DeclaredEvent = { readonly type: string; readonly payload: string; readonly contract: string };
export type EmittedEvent = { readonly type: string; readonly file: string };

const sources = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf-8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(root, file))
    .sort();
const parse = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, 'utf-8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

/** Members of every `…Events` type of a contract. */
export function declaredEvents(root = 'src'): DeclaredEvent[] {
  const found: DeclaredEvent[] = [];
  for (const file of sources(root).filter((f) => path.basename(f) === 'contract.ts')) {
    for (const statement of parse(file).statements) {
      if (!ts.isTypeAliasDeclaration(statement) || !statement.name.text.endsWith('Events')) continue;
      if (!ts.isTypeLiteralNode(statement.type)) continue;
      for (const member of statement.type.members)
        if (ts.isPropertySignature(member) && ts.isStringLiteral(member.name) && member.type)
          found.push({
            type: member.name.text,
            payload: member.type
              .getText()
              .replace(/\/\*\*.*?\*\//gs, '')
              .replace(/\s+/g, ' '),
            contract: file,
          });
    }
  }
  return found.sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** Every `emit(context, 'type', …)` and `context.emit('type', …)`. */
export function emittedEvents(root = 'src'): EmittedEvent[] {
  const found: EmittedEvent[] = [];
  for (const file of sources(root)) {
    const look = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(^|\.)emit$/.test(node.expression.getText())) {
        const name = node.arguments.find((a) => ts.isStringLiteral(a));
        if (name && ts.isStringLiteral(name)) found.push({ type: name.text, file });
      }
      ts.forEachChild(node, look);
    };
    look(parse(file));
  }
  return found;
}
