// Tells the style sheets that scripts run, before the page is drawn.
document.documentElement.className += " js-enabled govuk-frontend-supported";
