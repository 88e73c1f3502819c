export { House, type PublishedHouse } from './application/house.js';
export { PublishHouseFacts, type PublishHouseFactsCommand } from './application/publish-house-facts.js';
export { HouseModule } from './house.module.js';
