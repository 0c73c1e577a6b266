/**
 * The Admin SDK as the functions have it, for code outside of this folder: the timestamps of a second copy
 * would be unknown to the first.
 */
export { type App, deleteApp, initializeApp } from "firebase-admin/app";
export { getAuth } from "firebase-admin/auth";
export { Firestore, getFirestore, Timestamp } from "firebase-admin/firestore";
