export { landscape } from './LandscapePage';
