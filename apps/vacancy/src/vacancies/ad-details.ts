/** What an ad's source says that Rallare does not search or rank by, kept for those who read the open data. No names, telephones or addresses of people. */
export interface AdDetails {
  readonly originalId?: string;
  readonly labels?: string[];
  readonly sourceType?: string;
  readonly workplace?: string;
  readonly employerUrl?: string;
  readonly companyInformation?: string;
  readonly conditions?: string;
  /** A label of JobTech's, or its id. */
  readonly salaryType?: string;
  /** When the work begins, in the ad's words. */
  readonly access?: string;
  readonly experienceRequired?: boolean;
  readonly ownCar?: boolean;
  readonly drivingLicenceRequired?: boolean;
  readonly streetAddress?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** Degrees, WGS 84: longitude, latitude. */
  readonly coordinates?: readonly [number, number];
  /** Concept id; absent means Sweden. */
  readonly countryId?: string;
  /** SCB's two digits, where no municipality is named. */
  readonly countyCode?: string;
}
