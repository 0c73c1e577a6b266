import { setGlobalOptions } from "firebase-functions/options";
import { analyzed, inKit, requireValidParameters } from "../composition";
import { declareApis, declareParameters, valueOf } from "../config/declare";

requireValidParameters();

// Loaded before any function is defined: where all of them run, and as whom. Without a region, the CLI would put
// the triggers of accounts in us-east1 and the others in us-central1.
declareParameters();
if (analyzed) declareApis();
// What an instance of a function kit runs as is said where it was installed.
if (!inKit) {
  setGlobalOptions({
    region: valueOf("FUNCTIONS_REGION"),
    serviceAccount: valueOf("FUNCTIONS_SERVICE_ACCOUNT"),
  });
}
