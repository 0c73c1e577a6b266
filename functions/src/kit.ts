// What a function kit deploys: every function, and a check that the Firebase CLI asks for after each deploy.
import "./endpoints/deployment";
import { analyzed } from "./composition";
import { declareCheck } from "./endpoints/check-deployment";

export * from "./index";
export { checkDeployment } from "./endpoints/check-deployment";

if (analyzed) declareCheck();
