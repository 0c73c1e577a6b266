import { FieldPath, Filter, type CollectionReference, type Query } from "firebase-admin/firestore";
import { ids } from "../clients";
import { useFirestore } from "../fixture";
import { time, useTen } from "./ten";

const firestore = useFirestore();
const ten = useTen(firestore.db);

const { documentId } = FieldPath;
const oneOrFour = Filter.or(Filter.where("i", "==", 1), Filter.where("i", "==", 4));

describe("a query", () => {
  test.each<[string, (from: CollectionReference) => Query, string]>([
    ["equality", (all) => all.where("odd", "==", 1), "1 3 5 7 9"],
    ["membership", (all) => all.where("i", "in", [1, 3]), "1 3"],
    ["non-membership", (all) => all.where("i", "not-in", [1, 3]), "0 2 4 5 6 7 8 9"],
    ["inequality", (all) => all.where("i", "!=", 1), "0 2 3 4 5 6 7 8 9"],
    ["an element", (all) => all.where("tags", "array-contains", "t0"), "0 3 6 9"],
    [
      "one of several elements",
      (all) => all.where("tags", "array-contains-any", ["t0", "t1"]),
      "0 1 3 4 6 7 9",
    ],
    ["a later time", (all) => all.where("t", ">", time(5)), "6 7 8 9"],
    ["a time or later", (all) => all.where("t", ">=", time(5)), "5 6 7 8 9"],
    ["an earlier time", (all) => all.where("t", "<", time(5)), "0 1 2 3 4"],
    ["a field within a map", (all) => all.where("a.b", "==", 1), "1 5 9"],
    ["null", (all) => all.where("name", "==", null), "0 1 2"],
    ["not null", (all) => all.where("name", "!=", null).where("odd", "==", 1), "3 5 7 9"],
    ["either of two", (all) => all.where(oneOrFour), "1 4"],
    ["one and either of two", (all) => all.where("odd", "==", 1).where(oneOrFour), "1"],
    ["a document's id", (all) => all.where(documentId(), "in", ["d1", "d4"]), "1 4"],
    ["the last of an order", (all) => all.orderBy("i", "desc").limit(3), "9 8 7"],
    [
      "filters before it limits",
      (all) => all.where("odd", "==", 1).orderBy("i", "desc").limit(2),
      "9 7",
    ],
    [
      "a range beside an equality",
      (all) => all.where("odd", "==", 1).where("i", ">", 2).where("i", "<", 9).orderBy("i", "desc"),
      "7 5 3",
    ],
    ["a limit from the end", (all) => all.orderBy("i").limitToLast(2), "8 9"],
    ["an offset", (all) => all.orderBy("i").offset(8), "8 9"],
    ["a value to start after", (all) => all.orderBy("i").startAfter(2).limit(2), "3 4"],
    [
      "values to start at and end before",
      (all) => all.orderBy("i").startAt(2).endBefore(5),
      "2 3 4",
    ],
    ["an id to start after", (all) => all.orderBy(documentId()).startAfter("d7"), "8 9"],
  ])("finds by %s", async (_name, query, expected) => {
    expect(ids(await query(ten()).get()).join(" ")).toBe(expected.replace(/\d/g, "d$&"));
  });
});
