/** Offers only the officers of the chosen unit; a single one is chosen at once. */
export function narrowOfficers() {
  for (const units of document.querySelectorAll('[data-unit-choice]')) {
    const officers = document.getElementById(units.dataset.unitChoice);
    const groups = [...officers.querySelectorAll('optgroup')];
    const narrow = () => {
      const group = groups.find((one) => one.dataset.unit === units.value);
      groups.forEach((one) => one.remove());
      if (group) officers.append(group);
      else officers.append(...groups);
      const chosen = officers.selectedOptions[0];
      if (!group || (chosen && chosen.parentElement === group)) return;
      officers.value = group.children.length === 1 ? group.children[0].value : '';
    };
    units.addEventListener('change', narrow);
    narrow();
  }
}

/** Offers no unit to help that leads: it is neither shown nor ticked. */
export function leaveLeadOut() {
  for (const helping of document.querySelectorAll('[data-helping]')) {
    const lead = document.getElementById(helping.dataset.helping);
    const boxes = [...helping.querySelectorAll('input[type="checkbox"]')];
    const leave = () => {
      for (const box of boxes) {
        const leads = box.value === lead.value;
        box.closest('label').hidden = leads;
        if (leads) box.checked = false;
      }
    };
    lead.addEventListener('change', leave);
    leave();
  }
}
