export { AgencyProfiles, type PublishedAgencyProfile } from './application/agency-profiles.js';
export { PublishAgencyProfile, type PublishAgencyProfileCommand } from './application/publish-agency-profile.js';
export { AgencyProfileModule } from './agency-profile.module.js';
