// Starts GOV.UK's own parts, such as the menu and the password's eye.
import { initAll } from "../fetched/govuk.js";
initAll();
