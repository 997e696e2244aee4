// What the slip uses of pdfkit, which brings no types of its own.
declare module 'pdfkit' {
  export default class PDFDocument {
    constructor(options: {
      size: string;
      margin: number;
      info: Readonly<Record<string, string | Date>>;
      lang?: string;
    });
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    registerFont(name: string, font: Uint8Array): this;
    font(name: string): this;
    moveDown(lines?: number): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    text(text: string, x?: number, y?: number, options?: { width?: number }): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(colour: string): this;
    file(content: Uint8Array, options: { name: string; type: string; description?: string }): this;
    end(): void;
    readonly y: number;
  }
}
