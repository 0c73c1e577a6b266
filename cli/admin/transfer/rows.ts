import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { chain } from "stream-chain";
import { parser } from "stream-json";
import { pick } from "stream-json/filters/pick.js";
import { streamArray } from "stream-json/streamers/stream-array.js";
import { Refusal } from "../../command";
import { fromCsv } from "./csv";

/** The forms in which users come and go, which are Firebase's own. */
export type Format = "json" | "csv";

/** @throws {Refusal} For a file of another name. */
export function formatOf(file: string): Format {
  if (/\.json$/i.test(file)) return "json";
  if (/\.csv$/i.test(file)) return "csv";
  throw new Refusal(`The file must end with .json or .csv: "${file}" does not.`);
}

/**
 * Reads the users of a file one after the other, however large it is.
 *
 * @throws {Refusal} Where the file can't be read on.
 */
export async function* rowsOf(file: string): AsyncGenerator {
  const stream = createReadStream(file);
  try {
    if (formatOf(file) === "json") {
      const users = chain([stream, parser(), pick({ filter: "users" }), streamArray()]);
      for await (const { value } of users as AsyncIterable<{ value: unknown }>) yield value;
    } else {
      const options = { bom: true, relaxColumnCount: true, skipEmptyLines: true };
      const records = stream.pipe(parse(options));
      stream.once("error", (error) => records.destroy(error));
      for await (const cells of records as AsyncIterable<string[]>) yield fromCsv(cells);
    }
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof Refusal) throw cause;
    throw new Refusal(`${file} can't be read: ${cause.message}`, { cause });
  } finally {
    stream.destroy();
  }
}
