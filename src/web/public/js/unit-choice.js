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
