import { fresh } from "../clients";
import { useFirestore } from "../fixture";

const firestore = useFirestore();
const document = (id = "a") => fresh(firestore.db()).doc(id);
const failedPrecondition = { code: 9 };

describe("a precondition on the update time", () => {
  test("lets the current one through", async () => {
    const ada = document();
    const { writeTime } = await ada.set({ x: 1 });
    await ada.update({ x: 2 }, { lastUpdateTime: writeTime });
    expect((await ada.get()).data()).toEqual({ x: 2 });
  });

  test("refuses an update and a deletion based on an older one", async () => {
    const ada = document();
    const { writeTime: lastUpdateTime } = await ada.set({ x: 1 });
    await ada.set({ x: 2 });
    const update = ada.update({ x: 3 }, { lastUpdateTime });
    await expect(update).rejects.toMatchObject(failedPrecondition);
    await expect(ada.delete({ lastUpdateTime })).rejects.toMatchObject(failedPrecondition);
    expect((await ada.get()).data()).toEqual({ x: 2 });
  });
});
