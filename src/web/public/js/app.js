// What the pages gain when scripts run. Without this file every page can still be read and every act be done.
import { openDialogs } from './dialogs.js';
import { hashChosenFile } from './file-hash.js';
import { weighFiles } from './file-size.js';
import { guardForms } from './forms.js';
import { listenToKeys } from './keys.js';
import { growLineFields } from './line-fields.js';
import { keepLive } from './live.js';
import { keepPresence } from './presence.js';
import { showAudience } from './progress-box.js';
import { offerThemes } from './theme-toggle.js';
import { fadeToasts } from './toasts.js';
import { leaveLeadOut, narrowOfficers } from './unit-choice.js';
import { moveInWorkList } from './work-list.js';

const workList = moveInWorkList();
offerThemes();
openDialogs();
guardForms();
growLineFields();
hashChosenFile();
weighFiles();
narrowOfficers();
leaveLeadOut();
showAudience();
keepLive();
keepPresence();
fadeToasts();
listenToKeys(workList);
