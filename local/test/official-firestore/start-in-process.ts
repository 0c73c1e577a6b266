import { startOfficialFirestore } from "../../official-firestore/emulator";

// Starts the emulator, says where it is, and never ends by itself.
void startOfficialFirestore().then(({ host }) => console.log(host));
