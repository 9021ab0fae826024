// Asks before a changed form of the desk is left without being sent.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("#content-main form[method=post]");
    if (!form) {
        return;
    }
    let changed = Boolean(document.querySelector(".held"));
    form.addEventListener("input", () => {
        changed = true;
    });
    form.addEventListener("submit", () => {
        changed = false;
    });
    window.addEventListener("beforeunload", (event) => {
        if (changed) {
            event.preventDefault();
        }
    });
});
