// Leads the Admin SDK and the functions to the emulators of `global-setup`. Runs before each test file, in its own environment.
process.env.FIREBASE_AUTH_EMULATOR_HOST = process.env.TEST_AUTH_HOST;
process.env.FIRESTORE_EMULATOR_HOST = process.env.TEST_FIRESTORE_HOST;
process.env.METADATA_SERVER_DETECTION = "none";
