import type { Write } from "../../firestore/messages";
import { Visibility } from "../../firestore/visibility";

const write = (path: string): Write => ({ update: { name: `projects/p/databases/d/${path}` } });

/** Returns which of a hundred commits still wait once the others have taken effect. */
async function lateOnes(visibility: Visibility, writes: Write[]): Promise<number[]> {
  const waiting = new Set(Array.from({ length: 100 }, (_, i) => i + 1));
  const all = [...waiting].map((i) => visibility.wait(writes).then(() => waiting.delete(i)));
  await new Promise(setImmediate);
  const late = [...waiting];
  visibility.delayCommits({ share: 0, milliseconds: 0 });
  await Promise.all(all);
  return late;
}

describe("visibility", () => {
  test.each([
    [0, 0],
    [0.05, 5],
    [0.3, 30],
    [0.5, 50],
    [1, 100],
  ])("with a share of %d delays %d of a hundred commits", async (share, expected) => {
    const visibility = new Visibility();
    visibility.delayCommits({ share, milliseconds: 60_000 });
    expect(await lateOnes(visibility, [write("documents/users/ada")])).toHaveLength(expected);
  });

  test("delays the same commits each time", async () => {
    const visibility = new Visibility();
    visibility.delayCommits({ share: 0.05, milliseconds: 60_000 });
    expect(await lateOnes(visibility, [])).toEqual([20, 40, 60, 80, 100]);
  });

  test.each([
    ["documents/authState/ada", 100],
    ["documents/authState/ada/log/1", 0],
    ["documents/users/authState", 0],
  ])("delays commits of one collection only: %s, %d", async (path, expected) => {
    const visibility = new Visibility();
    visibility.delayCommits({ share: 1, milliseconds: 60_000, collection: "authState" });
    const writes = [write("documents/other/x"), write(path)];
    expect(await lateOnes(visibility, writes)).toHaveLength(expected);
  });

  test("lets late commits through after the time", async () => {
    const visibility = new Visibility();
    visibility.delayCommits({ share: 1, milliseconds: 30 });
    const began = performance.now();
    await visibility.wait([]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
  });

  test("fails the commits that wait when they are dropped", async () => {
    const visibility = new Visibility();
    visibility.delayCommits({ share: 1, milliseconds: 60_000 });
    const waiting = visibility.wait([]);
    visibility.drop();
    await expect(waiting).rejects.toMatchObject({ code: 10 });
  });
});
