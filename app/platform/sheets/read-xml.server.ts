import { SaxesParser } from "saxes";
import { SheetRefused, sheetLimits } from "./sheet";

/** What a reader of one part wants to know of its XML; names come without their prefix. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

const mostDepth = 64;
// Nothing that matters comes in one piece longer than the longest cell, four bytes a character, markup included.
const mostSilence = 8 * sheetLimits.cellCharacters;

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/**
 * Reads XML piece by piece and gives a beat after each piece, so that its caller can hand on what was read so far. A
 * document type (the door to entities that multiply), too deep a nest or one endless piece is refused.
 */
export async function* readXml(
  pieces: AsyncIterable<string>,
  reader: XmlReader,
  signal?: AbortSignal,
): AsyncIterable<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  let silence = 0;
  const refuse = () => {
    throw new SheetRefused("sheet.damaged");
  };
  parser.on("doctype", refuse);
  parser.on("opentag", ({ name, attributes }) => {
    silence = 0;
    depth += 1;
    if (depth > mostDepth) refuse();
    reader.open(local(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    silence = 0;
    depth -= 1;
    reader.close(local(name));
  });
  const onText = (text: string) => {
    silence = 0;
    reader.text(text);
  };
  parser.on("text", onText);
  parser.on("cdata", onText);
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    parser.write(piece);
    silence += piece.length;
    if (silence > mostSilence) refuse();
    yield;
  }
  parser.close();
}

/** Reads XML to its end. */
export async function readWholeXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  for await (const _ of readXml(pieces, reader));
}
