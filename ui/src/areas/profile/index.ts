export { profile } from './ProfilePage';
