export {
  chooseFirestore,
  type FirestoreChoice,
  type FirestoreKind,
  type FirestoreWish,
} from "./choose";
export { firestoreControl, type FirestoreControl } from "./control";
export {
  startEmbeddedFirestore,
  type EmbeddedFirestore,
  type EmbeddedFirestoreOptions,
} from "./server";
export type { CommitDelay } from "./visibility";
