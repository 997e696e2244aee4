// What the running server says of itself (`/api/v1/openapi.json`), as a list of operations to throw things at.
export type Shape = {
  readonly title?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};
export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Shape;
};
export type Operation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The schema of a JSON body and the example that the description gives. */
  readonly json?: { readonly schema: Shape; readonly example: unknown };
  /** Takes bytes as they are. */
  readonly raw: boolean;
};

type Described = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> };
};
type Content = Readonly<Record<string, { readonly schema: Shape; readonly example?: unknown }>>;

export async function readOperations(url: string): Promise<Operation[]> {
  const { paths, components } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Described;
  const whole = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref: ref } = value as { $ref?: string };
    if (ref?.startsWith('#/components/schemas/')) return whole(components.schemas[ref.slice(21)]);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, whole(inner)]));
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => {
      const content = (said.requestBody as { content?: Content } | undefined)?.content;
      const json = content?.['application/json'];
      return {
        id: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters: whole(said.parameters ?? []) as Parameter[],
        ...(json ? { json: { schema: whole(json.schema) as Shape, example: json.example } } : {}),
        raw: content?.['*/*'] !== undefined,
      };
    }),
  );
}
