/** Run as a process: adds one to a document, a number of times, each in a transaction. */
import { Clients, count } from "./clients";

async function main([host, path, times]: string[]): Promise<void> {
  const clients = new Clients(() => host!);
  const db = clients.connect();
  const counter = db.doc(path!);
  const add = () =>
    db.runTransaction(
      async (transaction) => {
        const n = count(await transaction.get(counter));
        transaction.update(counter, { n: n + 1 });
      },
      { maxAttempts: 100 },
    );
  await Promise.all(Array.from({ length: Number(times) }, add));
  await clients.close();
}

void main(process.argv.slice(2));
