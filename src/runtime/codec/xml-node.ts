// What comes out of reading XML: the tree of values, and, for signatures, how each node was written.
export type XmlNode = {
  readonly name: string;
  readonly namespace?: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** All character data directly inside, in order. */
  readonly text: string;
};
/** What the tree of values leaves out and a signature covers: prefixes, declarations, and everything inside in order. */
export type XmlSource = {
  readonly prefix: string;
  readonly declared: readonly (readonly [prefix: string, uri: string])[];
  readonly attributes: readonly {
    readonly prefix: string;
    readonly local: string;
    /** '' where it has none. */
    readonly namespace: string;
    readonly value: string;
  }[];
  readonly content: readonly XmlItem[];
};
export type XmlItem =
  | string
  | XmlNode
  | { readonly comment: string }
  | { readonly target: string; readonly said: string };
/** Given to `parseXml`, it is filled with the source of each node of the tree that comes out, and what stands around the root. */
export class XmlSources {
  readonly of = new Map<XmlNode, XmlSource>();
  readonly before: XmlItem[] = [];
  readonly after: XmlItem[] = [];
}
export type XmlLimits = {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxAttributes: number;
};
