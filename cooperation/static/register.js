// Lists answer at once. Without this file every form and link works as well, with a whole page each time.
document.addEventListener("htmx:configRequest", ({ detail }) => {
    // What is left empty stays out of the address, so that it can be read and shared.
    for (const [name, value] of [...detail.formData]) if (value === "") detail.formData.delete(name);
});
