// Starts GOV.UK's own parts, such as the menu and the password's eye. They look for the class first.
import { initAll } from "../fetched/govuk.js";
document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
