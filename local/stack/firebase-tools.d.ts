declare module "firebase-tools/lib/bin/firebase.js";
declare module "firebase-tools/lib/emulator/controller";
