export { firestoreControl, type FirestoreControl } from "./control";
export {
  startEmbeddedFirestore,
  type EmbeddedFirestore,
  type EmbeddedFirestoreOptions,
} from "./server";
export type { CommitDelay } from "./visibility";
