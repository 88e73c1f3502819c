import { all, byId } from './elements.js';

/** Offers only the officers of the chosen unit; a single one is chosen at once. */
export function narrowOfficers() {
  for (const units of all(HTMLSelectElement, '[data-unit-choice]')) {
    const officers = byId(HTMLSelectElement, units.dataset.unitChoice ?? '');
    if (!officers) continue;
    const groups = all(HTMLOptGroupElement, 'optgroup', officers);
    const narrow = () => {
      const group = groups.find((one) => one.dataset.unit === units.value);
      groups.forEach((one) => one.remove());
      if (group) officers.append(group);
      else officers.append(...groups);
      const chosen = officers.selectedOptions[0];
      if (!group || (chosen && chosen.parentElement === group)) return;
      const [only, ...others] = all(HTMLOptionElement, ':scope > *', group);
      officers.value = only && others.length === 0 ? only.value : '';
    };
    units.addEventListener('change', narrow);
    narrow();
  }
}

/** Offers no unit to help that leads: it is neither shown nor ticked. */
export function leaveLeadOut() {
  for (const helping of all(HTMLElement, '[data-helping]')) {
    const lead = byId(HTMLSelectElement, helping.dataset.helping ?? '');
    if (!lead) continue;
    const boxes = all(HTMLInputElement, 'input[type="checkbox"]', helping);
    const leave = () => {
      for (const box of boxes) {
        const leads = box.value === lead.value;
        const label = box.closest('label');
        if (label) label.hidden = leads;
        if (leads) box.checked = false;
      }
    };
    lead.addEventListener('change', leave);
    leave();
  }
}
