// Made from apis/ropeway/openapi.json by `npm run api`; never edited.

export interface paths {
    "/api/v1/accounts/subaccounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subaccounts.
         * @description All of the global account, the oldest first.
         */
        get: operations["listSubaccounts"];
        put?: never;
        /** Make a subaccount. */
        post: operations["createSubaccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/subaccounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a subaccount.
         * @description One in which something is stays, unless it is to go with everything.
         */
        delete: operations["deleteSubaccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/subaccounts/{id}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List entitlements of a subaccount.
         * @description Every plan that the global account was granted: what the subaccount is assigned, and what is left.
         */
        get: operations["listEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/subaccounts/{id}/entitlements/{service}/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Assign a plan to a subaccount. */
        put: operations["assignEntitlement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List features. */
        get: operations["listFeatures"];
        put?: never;
        /**
         * Create a feature.
         * @description For leads of the project. It starts in specification.
         */
        post: operations["createFeature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a feature.
         * @description With its transports, and where the caller can take it from here.
         */
        get: operations["readFeature"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a feature.
         * @description What is not said stays. `If-Match` with the version of what was looked at keeps what somebody else changed meanwhile
         *     from being lost.
         */
        patch: operations["changeFeature"];
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}/deploy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy a feature's transports.
         * @description Into the nodes that they go to next, or into the one that is named. The imports go on after the answer: refresh the
         *     feature to see how they end.
         */
        post: operations["deployFeature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a feature's history.
         * @description Everything that happened to it, and who did it.
         */
        get: operations["readFeatureHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a reference to a feature. */
        post: operations["addFeatureReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}/references/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a reference of a feature. */
        delete: operations["removeFeatureReference"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask transport management how a feature's transports stand. */
        post: operations["refreshFeature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a feature to another status.
         * @description Which ones can be reached, and by whom, is in the feature's `next`.
         */
        post: operations["setFeatureStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/features/{feature}/transports/{transport}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Assign a transport to a feature. */
        put: operations["assignTransport"];
        post?: never;
        /** Take a transport away from a feature. */
        delete: operations["unassignTransport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/overview/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look over features.
         * @description The newest first, page by page; with the numbers of their transports.
         */
        get: operations["overviewFeatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projects.
         * @description Those that the caller sees, the oldest first.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project with its team.
         * @description Needs `imp_pjm_ProjectAdministrator`.
         */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/projects/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project.
         * @description With its team.
         */
        get: operations["readProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/rights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what the caller may do in Cloud ALM. */
        get: operations["readAlmRights"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alm/{tenant}/transports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List transports, the newest first. */
        get: operations["listTransports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a service instance of a space.
         * @description With its keys, but not with what is in them.
         */
        get: operations["readSpaceInstance"];
        put?: never;
        post?: never;
        /**
         * Delete a service instance of a space.
         * @description With its keys.
         */
        delete: operations["deleteSpaceInstance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/instances/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a service key in a space. */
        post: operations["createSpaceKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/instances/{id}/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a service key of a space.
         * @description Its secret gets no tokens any more.
         */
        delete: operations["deleteSpaceKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/instances/{id}/keys/{key}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what is in a service key of a space.
         * @description With its secrets, for Space Developers.
         */
        get: operations["showSpaceKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organizations of a subaccount.
         * @description Those that the caller sees, with the spaces that he sees.
         */
        get: operations["listOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/organizations/{org}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members of an organization.
         * @description Each role in it and in its spaces, by the name of its holder and the role.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Give a role in an organization or one of its spaces.
         * @description Who is to have a role in a space must be a user of the organization first.
         */
        post: operations["giveMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/organizations/{org}/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a space. */
        post: operations["createSpace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a role away. */
        delete: operations["takeMembership"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/spaces/{space}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a space.
         * @description With everything that is in it.
         */
        delete: operations["deleteSpace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/spaces/{space}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service instances of a space.
         * @description By name, with those that are being made.
         */
        get: operations["listSpaceInstances"];
        put?: never;
        /** Make a service instance in a space. */
        post: operations["createSpaceInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cloud-foundry/spaces/{space}/offerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List offerings of a space.
         * @description The services that instances can be made of in the space, with their plans.
         */
        get: operations["listSpaceOfferings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear what changes.
         * @description Server-sent events: `change` with `{"topic":"node"}` says that things of this sort changed in the subaccount, and is
         *     sent after the change can be read; `missed` says that anything may have changed. A reader that comes back with
         *     `Last-Event-ID` hears what it missed, some of it perhaps twice. The stream ends by itself after some minutes.
         */
        get: operations["hearEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the installation is with the guide.
         * @description Each step is looked at when this is called: what destinations lead to is called for it, for ten seconds at most.
         */
        get: operations["readGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe this API.
         * @description The OpenAPI document that you are reading, with the address of this server.
         */
        get: operations["describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a person.
         * @description Somebody who can log in, in every subaccount that knows him; for the administrator of the global account.
         */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{user}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a person's sessions.
         * @description Everybody sees his own; who may change users sees those of users in the token's zone, and the administrator with a
         *     token of Cloud Foundry all. The newest 500, the newest first.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End all sessions of a person.
         * @description Those that the caller sees end, with their access and refresh tokens: at once in this process, within a second in
         *     others. Of his own the one that asks ends, too.
         */
        delete: operations["endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{user}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session.
         * @description Its access and refresh tokens end with it: at once in this process, within a second in others.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in.
         * @description For the page, which sends its session cookie; with a bearer token there is no session. Signing in is `/sign-in`.
         */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /**
         * Sign out.
         * @description The session ends, in every window.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transport actions.
         * @description The newest first, page by page.
         */
        get: operations["listActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a transport action. */
        get: operations["readAction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/actions/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log of an action.
         * @description Its requests in their order, page by page, each with its messages, the oldest first.
         */
        get: operations["readActionLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how the Content Agent stands.
         * @description What can be exported, and which nodes take it: the tenant and transport management are asked.
         */
        get: operations["readContentAgent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List activities of the Content Agent.
         * @description Exports out of the subaccount, whoever asked for them, the newest first.
         */
        get: operations["listExportActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See an activity of the Content Agent. */
        get: operations["readExportActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent/activities/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the archive of an activity. */
        get: operations["downloadExportedArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent/activities/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the log of an activity. */
        get: operations["readExportLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find what packages need of others.
         * @description Script collections and message mappings of other packages that artifacts of these refer to: they have to be in the
         *     target, too. The packages are read as an export reads them.
         */
        get: operations["listContentDependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export content.
         * @description One archive of all that is named, handed to transport management, or only made. The export goes on after the
         *     answer: the activity shows how.
         */
        post: operations["startExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/content-agent/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List content resources.
         * @description What can be exported out of the subaccount: integration packages and destinations, by type and id.
         */
        get: operations["listContentResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/destination-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a destination file.
         * @description Properties or JSON, as a cockpit exports them. Nothing is written: what is answered is a draft, to be completed with its
         *     secrets and made with `createDestination`.
         */
        post: operations["readDestinationFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List destinations.
         * @description Those of the subaccount itself, by name, with what is likely to be wrong with each. Secrets are never shown.
         */
        get: operations["listDestinations"];
        put?: never;
        /** Make a destination. */
        post: operations["createDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/destinations/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a destination.
         * @description Its secrets are named, not shown. The `ETag` is its version.
         */
        get: operations["readDestination"];
        /**
         * Replace a destination.
         * @description With all its properties; a secret with an empty text stays what it was. `If-Match` with the `ETag` of what was looked
         *     at keeps what somebody else changed meanwhile from being lost.
         */
        put: operations["replaceDestination"];
        post?: never;
        /** Delete a destination. */
        delete: operations["deleteDestination"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/destinations/{name}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the connection of a destination.
         * @description The other side is asked without credentials, as in the cockpit; a token is fetched in a second, separate attempt.
         */
        post: operations["checkDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/destinations/{name}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a destination.
         * @description As a file that the cockpit takes, here or elsewhere; secrets are left out.
         */
        get: operations["exportDestination"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/environment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the Cloud Foundry environment. */
        get: operations["readEnvironment"];
        put?: never;
        /**
         * Enable Cloud Foundry.
         * @description The subaccount gets an organization; the caller becomes its manager.
         */
        post: operations["enableEnvironment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/import-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count imports. */
        get: operations["readImportSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service instances.
         * @description Those of the subaccount that are in no space, by GUID.
         */
        get: operations["listInstances"];
        put?: never;
        /** Make a service instance. */
        post: operations["createInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/instances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a service instance.
         * @description With its keys, but not with what is in them.
         */
        get: operations["readInstance"];
        put?: never;
        post?: never;
        /**
         * Delete a service instance.
         * @description One that has keys stays; delete them first.
         */
        delete: operations["deleteInstance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/instances/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a service key. */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/instances/{id}/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a service key.
         * @description Its secret gets no tokens any more.
         */
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/instances/{id}/keys/{key}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what is in a service key.
         * @description With its secrets, for those who may make keys.
         */
        get: operations["showKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/landscape": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the landscape.
         * @description Every node, with its queue in numbers and what the caller may do, and every route.
         */
        get: operations["readLandscape"];
        put?: never;
        /**
         * Make a landscape.
         * @description Nodes and the routes between them: all of them or none. A route may also lead from or to a node that is there.
         */
        post: operations["createLandscape"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is where.
         * @description For each MTA and node: the version that came there last, how that stands to the node in front, and what waits, runs
         *     or has failed. By the id of the MTA, page by page.
         */
        get: operations["readMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a node. */
        post: operations["createNode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a node. */
        get: operations["readNode"];
        put?: never;
        post?: never;
        /**
         * Delete a node.
         * @description Its queue goes with it. A node with routes stays.
         */
        delete: operations["deleteNode"];
        options?: never;
        head?: never;
        /**
         * Change a node.
         * @description What is not said stays as it is. `If-Match` with the version of what was looked at keeps what somebody else changed
         *     meanwhile from being lost.
         */
        patch: operations["changeNode"];
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/extension-descriptors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the MTA extension descriptors of a node.
         * @description The oldest first, page by page. An import uses the one for exactly the version of the archive, else the one for `*`.
         */
        get: operations["listExtensionDescriptors"];
        put?: never;
        /**
         * Add an MTA extension descriptor to a node.
         * @description The body is the file, of 1 MiB at most. Which MTA it is for says its `extends`.
         */
        post: operations["addExtensionDescriptor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/extension-descriptors/{descriptor}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See an MTA extension descriptor.
         * @description What it is for, not what is in it.
         */
        get: operations["readExtensionDescriptor"];
        /**
         * Replace an MTA extension descriptor.
         * @description The body is the new file. What it is for stays, unless it is said.
         */
        put: operations["replaceExtensionDescriptor"];
        post?: never;
        /** Remove an MTA extension descriptor. */
        delete: operations["removeExtensionDescriptor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import requests.
         * @description Those named, in the order of the queue; without any everything that can be imported. It goes on after the answer.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See an import queue.
         * @description In its order, page by page.
         */
        get: operations["readQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forward requests to the nodes that follow.
         * @description All of them or none.
         */
        post: operations["forwardRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove requests from the queue.
         * @description All of them or none. They stay in other queues.
         */
        post: operations["removeRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/queue/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset requests, so that they can be imported again.
         * @description All of them or none.
         */
        post: operations["resetRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/nodes/{id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file into a queue.
         * @description The body is the file: an MTA archive, or what else the node takes. A transport request is made of it and enters the
         *     queue of the node; a file of which none can be made is not kept.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/offerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List offerings.
         * @description The services that the subaccount may make instances of, with their plans.
         */
        get: operations["listOfferings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transport requests.
         * @description The newest first, page by page.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a transport request.
         * @description What it carries, and in which queues it is.
         */
        get: operations["readRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/role-collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List role collections.
         * @description Those of the subaccount, by name, with their roles.
         */
        get: operations["listRoleCollections"];
        put?: never;
        /** Make a role collection. */
        post: operations["createRoleCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/role-collections/{collection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a role collection.
         * @description The `ETag` is its version. Who has it is told by the list of users.
         */
        get: operations["readRoleCollection"];
        /**
         * Replace a role collection.
         * @description Name, description and roles; who has it keeps it. Predefined ones cannot be changed. `If-Match` with the `ETag` of
         *     what was looked at keeps what somebody else changed meanwhile from being lost.
         */
        put: operations["replaceRoleCollection"];
        post?: never;
        /**
         * Delete a role collection.
         * @description It is taken from everybody who has it. Predefined ones cannot be deleted.
         */
        delete: operations["deleteRoleCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles.
         * @description Of every application that the subaccount knows: what role collections are made of, by application and template.
         */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a route. */
        post: operations["createRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a route. */
        delete: operations["deleteRoute"];
        options?: never;
        head?: never;
        /**
         * Change a route.
         * @description What is not said stays as it is. `If-Match` with the version of what was looked at keeps what somebody else changed
         *     meanwhile from being lost.
         */
        patch: operations["changeRoute"];
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how much room files take. */
        get: operations["readStorage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions.
         * @description The applications that the subaccount is entitled or subscribed to.
         */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/subscriptions/{app}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Subscribe to an application.
         * @description Its roles and role collections are there from then on.
         */
        put: operations["subscribe"];
        post?: never;
        /**
         * End a subscription.
         * @description The application's roles go with it, and a tenant of Cloud Integration with everything in it.
         */
        delete: operations["unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the trust configuration.
         * @description The identity providers that are trusted besides the default one, with what their groups give in the subaccount.
         */
        get: operations["readTrust"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/trust/{origin}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See an identity provider. */
        get: operations["readIdentityProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/trust/{origin}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check an identity provider.
         * @description Asks it for its metadata and its keys, and whether it takes the client; each step with what to do about it.
         */
        post: operations["checkIdentityProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users.
         * @description Those who are known in the subaccount, by log-in name, with their role collections.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Make somebody known in a subaccount.
         * @description Role collections are assigned afterwards. Somebody whom nobody knows yet cannot log in before he has a password.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a user.
         * @description The `ETag` is the version of the role collections that the user has.
         */
        get: operations["readUser"];
        put?: never;
        post?: never;
        /**
         * Make a subaccount forget somebody.
         * @description His role collections there are gone; he can still log in elsewhere.
         */
        delete: operations["forgetUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/users/{user}/role-collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the role collections of a user.
         * @description Exactly these: the others are taken away. All of it happens, or nothing. `If-Match` with the `ETag` of what was looked
         *     at keeps what somebody else assigned meanwhile.
         */
        put: operations["setUserRoleCollections"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subaccounts/{subaccount}/users/{user}/role-collections/{collection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Assign a role collection. */
        put: operations["assignRoleCollection"];
        post?: never;
        /** Take a role collection away. */
        delete: operations["unassignRoleCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List transports of a tenant.
         * @description Those that were started in it, the newest first, page by page.
         */
        get: operations["listActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how a transport goes. */
        get: operations["readActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/artifacts/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Lock an integration flow.
         * @description What opening it in the editor does. Locks are seen and deleted over the tenant's OData service.
         */
        put: operations["lockArtifact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/configuration-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the configuration of a tenant's transports.
         * @description Settings, destinations, credentials and nodes, one line each, with what to do.
         */
        post: operations["checkConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See an artifact.
         * @description As it is now, draft or not: with its parameters and versions, and what is deployed of it.
         */
        get: operations["readArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an artifact.
         * @description As a zip.
         */
        get: operations["downloadArtifact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deploy an artifact.
         * @description As it is now. It goes on after the answer; how it went is shown with the artifact. It is undeployed as what runs.
         */
        post: operations["deployArtifact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the model of a flow.
         * @description BPMN, as it is in the artifact.
         */
        get: operations["readModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Configure an artifact.
         * @description Sets values of externalised parameters: all that are named or none. They take effect when it is deployed next.
         */
        patch: operations["configureArtifact"];
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}/resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a resource of an artifact. */
        get: operations["readResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the resources of an artifact.
         * @description Scripts, mappings, schemas and libraries.
         */
        get: operations["listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/designtime/{type}/{id}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a value mapping.
         * @description As a table: a column for each system and sort of value, page by page.
         */
        get: operations["readValueMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/package-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a package.
         * @description The body is an export zip. What the tenant has of the package is overwritten, what it has beside stays; configured
         *     values stay, too, and nothing is deployed.
         */
        post: operations["importPackage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List packages.
         * @description By id, page by page, with how many of their artifacts are drafts and how many are deployed.
         */
        get: operations["listPackages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/packages/{package}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a package.
         * @description With its artifacts, and what the caller may do.
         */
        get: operations["readPackage"];
        put?: never;
        post?: never;
        /**
         * Delete a package.
         * @description With all its artifacts. What is deployed of it keeps running.
         */
        delete: operations["deletePackage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/packages/{package}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a package.
         * @description As an export zip, which any tenant takes.
         */
        get: operations["downloadPackage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/packages/{package}/transports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transport a package.
         * @description The whole of it, or some of its artifacts. The transport goes on after the answer: the activity shows how.
         */
        post: operations["startTransport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/runtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is deployed.
         * @description By id, page by page.
         */
        get: operations["listRuntime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/runtime/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Undeploy an artifact.
         * @description It stays in its package.
         */
        delete: operations["undeployArtifact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tenants/{tenant}/transport-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See where transports of a tenant go. */
        get: operations["readTransportSettings"];
        /** Set where transports of a tenant go. */
        put: operations["setTransportMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A transport action. */
        Action: {
            /** @description When it ended. */
            endedAt?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description On whose behalf. */
            namedUser?: string | null;
            /**
             * Format: int64
             * @description Number of the node.
             */
            node: number;
            /** @description Name of the node, as it was then. */
            nodeName: string;
            /** @description When it began. */
            startedAt: string;
            /** @description How far it is. */
            status: string;
            /** @description Who began it. */
            triggeredBy: string;
            /** @description `NE` export, `NU` upload, `I` import, `DQ` removal, `RQ` reset, `FQ` forwarding. */
            type: string;
        };
        /** @description A page of the log of an action: its requests, in their order, with their messages, the oldest first. */
        ActionLog: {
            /** @description The items of this page. */
            items: components["schemas"]["ActionRequest"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A page of transport actions, the newest first. */
        ActionPage: {
            /** @description The items of this page. */
            items: components["schemas"]["Action"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A request of an action. */
        ActionRequest: {
            /** @description What was said about it, the oldest first. */
            messages: components["schemas"]["LogMessage"][];
            /**
             * Format: int64
             * @description Its number.
             */
            request: number;
            /** @description How far it is. */
            status: string;
        };
        /** @description A line of its log. */
        ActivityMessage: {
            /**
             * Format: date-time
             * @description When it was written.
             */
            at: string;
            /** @description `INFO`, `WARNING`, `ERROR`. */
            severity: string;
            /** @description For people. */
            text: string;
        };
        /** @description Whether something may be done with an object, and why not. */
        Allowed: {
            /** @description Whether it may be done. */
            allowed: boolean;
            /** @description Why not. */
            reason?: string | null;
        };
        /** @description What the caller may do in Cloud ALM. */
        AlmRights: {
            /** @description `createProject`, `createFeature`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The statuses in which a feature waits for the caller: to confirm its test, to approve it, or to deploy it to production. */
            waiting: string[];
        };
        /** @description An artifact of a package. */
        ArchiveArtifact: {
            /** @description Its number. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description What sort it is. */
            type: string;
            /** @description Its version. */
            version: string;
        };
        /** @description An MTA archive. */
        ArchiveContent: {
            /** @description Its number. */
            id: string;
            /** @description Its modules. */
            modules: components["schemas"]["ArchiveModule"][];
            /** @description Its version. */
            version: string;
        };
        /** @description A module of an MTA archive. */
        ArchiveModule: {
            /** @description Artifacts of an integration package. */
            artifacts: components["schemas"]["ArchiveArtifact"][];
            /** @description What it is called. */
            name: string;
            /** @description SHA-256 of its content. */
            sha256?: string | null;
            /**
             * Format: int64
             * @description How large it is, in bytes.
             */
            sizeBytes?: number | null;
            /** @description What sort it is. */
            type: string;
        };
        /** @description An artifact. */
        ArtifactDetails: {
            /** @description What may be done with it: `configure`, `deploy`, `undeploy`, `seeRuntime`, `download`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The version of what is configured, for `If-Match`. */
            configurationVersion: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description Who made it. */
            createdBy: string;
            /** @description What it is for. */
            description: string;
            /** @description Whether it changed since. */
            draft: boolean;
            /** @description Technical id. */
            id: string;
            /** @description Who has it open. */
            lockedBy?: string | null;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            modifiedAt: string;
            /** @description Who changed it last. */
            modifiedBy: string;
            /** @description What it is called. */
            name: string;
            /** @description Technical id of its package. */
            package: string;
            /** @description What its package is called. */
            packageName: string;
            /** @description Its externalised parameters. */
            parameters: components["schemas"]["ArtifactParameter"][];
            runtime?: components["schemas"]["RuntimeArtifact"] | null;
            /**
             * Format: int64
             * @description How large its content is.
             */
            sizeBytes: number;
            /** @description `IFlow`, `ValueMapping`, … */
            type: string;
            /** @description The last version. */
            version: string;
            /** @description The newest of its versions. */
            versions: components["schemas"]["ArtifactVersion"][];
        };
        /** @description An externalised parameter. */
        ArtifactParameter: {
            /** @description The value of this tenant; without it the default holds. */
            configuredValue?: string | null;
            /** @description `xsd:string`, `custom:schedule`, … */
            dataType: string;
            /** @description The value of the designer. */
            defaultValue: string;
            /** @description What it is for. */
            description: string;
            /** @description What it is called. */
            key: string;
        };
        /** @description A script, mapping, schema or library inside of an artifact. */
        ArtifactResource: {
            /** @description Name of the file. */
            name: string;
            /**
             * Format: int64
             * @description How large it is.
             */
            sizeBytes: number;
            /** @description `groovy`, `xslt`, `wsdl`, … */
            type: string;
        };
        /** @description A version of an artifact. */
        ArtifactVersion: {
            /** @description What whoever saved it said. */
            comment: string;
            /**
             * Format: date-time
             * @description When.
             */
            createdAt: string;
            /** @description Who saved it. */
            createdBy: string;
            /** @description The version. */
            version: string;
        };
        /** @description What was begun. */
        Begun: {
            /**
             * Format: int64
             * @description Number of the transport action that shows how it goes.
             */
            action: number;
        };
        /** @description A deployment that began. */
        BegunDeployment: {
            /** @description The build task. */
            task: string;
        };
        /** @description Which requests of a queue are meant. */
        Chosen: {
            /** @description Their numbers, in the order in which they are to be treated. */
            requests: number[];
        };
        /** @description One line of a tenant's configuration check. */
        ConfigurationLine: {
            /** @description What was looked at. */
            check: string;
            /** @description A stable word. */
            code: string;
            /** @description What to do; empty when nothing is to be done. */
            fix: string;
            /** @description `ok`, `warning`, `missing`, `misconfigured`, `unreachable`, `unauthorized`, `invalid`. */
            state: string;
            /** @description What was found. */
            text: string;
        };
        /** @description What a connection check came to. */
        ConnectionCheck: {
            /** @description Whether the credentials work; the check itself sends none. */
            credentials: components["schemas"]["CredentialsCheck"];
            /** @description What is likely to be wrong with the properties. */
            hints?: components["schemas"]["DestinationHint"][];
            /** @description What the answer means for this destination. */
            meaning: string;
            /** @description The line people know from the cockpit. */
            message: string;
            /** @description Whether the other side is there. */
            reachable: boolean;
            /** @description The name of that status. */
            reason?: string | null;
            /** @description `success`, `warning` or `error`. */
            severity: string;
            /**
             * Format: int32
             * @description Its status code, when it answered.
             */
            status?: number | null;
        };
        /** @description How the Content Agent stands: what it can export, and where to. */
        ContentAgent: {
            /** @description What may be done: `export`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The types of content. */
            contentTypes: components["schemas"]["ContentTypeState"][];
            /** @description Transport management. */
            transport: components["schemas"]["ExportTarget"];
        };
        /** @description A part of a resource. */
        ContentComponent: {
            /** @description Whether it can leave: a draft cannot. */
            exportable: boolean;
            /** @description Technical id. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description `IFlow`, `ScriptCollection`, … */
            type: string;
            /** @description Its version. */
            version: string;
        };
        /** @description What packages need of others. */
        ContentDependencies: {
            /** @description Each once. */
            dependencies: components["schemas"]["ContentDependency"][];
            /** @description Packages that could not be looked into. */
            unread: components["schemas"]["UnreadPackage"][];
        };
        /** @description Something in another package that a package needs. */
        ContentDependency: {
            /** @description Technical id of what is needed. */
            artifact: string;
            /** @description Technical id of the package that needs it. */
            of: string;
            /** @description Technical id of the package that has it; none, where no package of the tenant has it. */
            package?: string | null;
            /** @description `ScriptCollection`, `MessageMapping`. */
            type: string;
        };
        /** @description Something that can be exported. */
        ContentResource: {
            /** @description Its parts; each can be exported alone. */
            components: components["schemas"]["ContentComponent"][];
            /** @description Technical id. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description `package`, `Destination`. */
            subType: string;
            /** @description `Cloud Integration`, `Destination`. */
            type: string;
            /** @description Its version. */
            version: string;
        };
        /** @description A page of what can be exported, by type and id. */
        ContentResourcePage: {
            /** @description What may be done: `export`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page. */
            items: components["schemas"]["ContentResource"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
            /** @description Why packages are missing, where the tenant cannot be asked. */
            trouble?: string | null;
        };
        /** @description A type of content. */
        ContentTypeState: {
            /** @description The destination that leads to the content, where one is needed. */
            destination?: string | null;
            /** @description How many resources there are; none, where they cannot be asked for. */
            resources?: number | null;
            /** @description Why they cannot be asked for. */
            trouble?: string | null;
            /** @description `Cloud Integration`, `Destination`. */
            type: string;
        };
        /** @description Whether credentials work. */
        CredentialsCheck: {
            /** @description What was tried, and what came of it. */
            message: string;
            /** @description `null` when only a call of the target itself could tell. */
            ok?: boolean | null;
        };
        /** @description What was started. */
        DeployAnswer: {
            /** @description The actions in transport management. */
            actionIds: number[];
            /** @description What people should know. */
            warnings: string[];
        };
        /** @description What is sent to deploy; nothing means: everything that may go on. */
        DeployWish: {
            /** @description The node wanted. */
            target?: string | null;
        };
        /** @description What a deployment would import into one node. */
        Deployment: {
            /** @description The node. */
            node: string;
            /** @description Whether it is the last one. */
            production: boolean;
            /** @description The transports, in the order of their release. */
            transports: string[];
        };
        /** @description A destination, without its secrets. */
        Destination: {
            /** @description What may be done with it: `edit`, `delete`, `check`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /**
             * Format: date-time
             * @description When it was written first.
             */
            createdAt: string;
            /** @description What is likely to be wrong with the properties. */
            hints: components["schemas"]["DestinationHint"][];
            /** @description Secrets that its authentication needs and that it does not have. */
            missingSecrets: string[];
            /**
             * Format: date-time
             * @description When it was written last.
             */
            modifiedAt: string;
            /** @description Its name. */
            name: string;
            /** @description Properties that hold no secret, all as texts. What is secret in the query of an address is `<redacted>`. */
            properties: {
                [key: string]: string;
            };
            /** @description Names of the properties that hold a secret. */
            secrets: string[];
        };
        /** @description A destination as it is to be. */
        DestinationDraft: {
            /**
             * @description All its properties as texts, `Name` among them. Where a destination is replaced, a secret with an empty text stays
             *     what it was, and a property that is not named is gone.
             */
            properties: {
                [key: string]: string;
            };
        };
        /** @description A destination as a file says it. */
        DestinationFile: {
            /** @description What keeps it from being written as it is. */
            errors: string[];
            /** @description Whether the subaccount has a destination of this name. */
            exists: boolean;
            /** @description Secrets to be entered again: those that were left out of the file, and those that its authentication needs. */
            missingSecrets: string[];
            /** @description Its properties, all as texts. */
            properties: {
                [key: string]: string;
            };
        };
        /** @description A finding about the properties of a destination. */
        DestinationHint: {
            /** @description A stable word. */
            code: string;
            /** @description What to write instead. */
            fix: string;
            /** @description `warning` or `error`. */
            severity: string;
            /** @description What is wrong. */
            text: string;
        };
        /** @description A destination in a list. */
        DestinationLine: {
            /** @description How a caller proves itself; empty where nothing is said. */
            authentication: string;
            /** @description What may be done with it: `edit`, `delete`, `check`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description What it is for, in words. */
            description: string;
            /** @description What is likely to be wrong with the properties. */
            hints: components["schemas"]["DestinationHint"][];
            /** @description Secrets that its authentication needs and that it does not have. */
            missingSecrets: string[];
            /**
             * Format: date-time
             * @description When it was written last.
             */
            modifiedAt: string;
            /** @description Its name. */
            name: string;
            /** @description `HTTP`, `RFC`, `MAIL`, `LDAP` or `TCP`. */
            type: string;
            /** @description Where it leads; empty for types that have no address. */
            url: string;
        };
        /** @description A page of destinations, by name. */
        DestinationPage: {
            /** @description What may be done: `create`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page. */
            items: components["schemas"]["DestinationLine"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A plan, and how much of it the subaccount may use. */
        Entitlement: {
            /**
             * Format: int64
             * @description How much of it the subaccount is assigned; 1 where it is on, 0 where it is off.
             */
            assigned: number;
            /**
             * Format: int64
             * @description How much the global account was granted.
             */
            granted: number;
            /** @description Whether it is subscribed to rather than instantiated. */
            isApplication: boolean;
            /** @description Whether it is counted; else it is on or off. */
            isCounted: boolean;
            /** @description Technical name of the plan. */
            plan: string;
            /** @description Name of the plan for people. */
            planName: string;
            /**
             * Format: int64
             * @description What is left of that for any subaccount.
             */
            remaining: number;
            /** @description Technical name of the service. */
            service: string;
            /** @description Name of the service for people. */
            serviceName: string;
            /** @description Its version, for `If-Match`. */
            version: string;
        };
        /** @description What a subaccount is to be assigned of a plan: one of both. */
        EntitlementChange: {
            /**
             * Format: double
             * @description Of a plan that is counted; 0 takes it away.
             * @default null
             */
            amount?: number | null;
            /**
             * @description Of a plan that is on or off.
             * @default null
             */
            enable?: boolean | null;
        };
        /** @description What a subaccount may use, and what is left. */
        Entitlements: {
            /** @description What may be done: `assign`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description Every plan that the global account was granted, in the order of the catalogue. */
            items: components["schemas"]["Entitlement"][];
        };
        /** @description The Cloud Foundry environment of a subaccount. */
        Environment: {
            /** @description What may be done: `enable`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description GUID of its organization; none, where the subaccount has no environment. */
            org?: string | null;
            /** @description Name of the organization. */
            orgName?: string | null;
        };
        /** @description A refusal. */
        ErrorBody: {
            /** @description What is wrong. */
            error: components["schemas"]["ErrorDetail"];
        };
        /** @description What is wrong, for programs and for people. */
        ErrorDetail: {
            /** @description A stable word. */
            code: string;
            /** @description Under which the server's log has the call. */
            correlationId?: string | null;
            /** @description What would help, where that is known: a role collection that is missing. */
            fix?: string | null;
            /** @description A sentence: what is wrong, and what to do. */
            message: string;
        };
        /** @description An export, and how it stands. */
        ExportActivity: {
            /** @description Technical ids of what was asked for. */
            contents: string[];
            /** @description Description of the transport request. */
            description: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            endedAt?: string | null;
            /** @description Its id; the process has the same. */
            id: string;
            /** @description `TransportManagementService` or `download`. */
            mode: string;
            /**
             * Format: int64
             * @description In percent.
             */
            progress: number;
            /** @description What the client calls itself: the page is `CASUI`. */
            requestor: string;
            /**
             * Format: date-time
             * @description When.
             */
            startedAt: string;
            /** @description The person or client that started it. */
            startedBy: string;
            /** @description `INITIAL`, `RUNNING`, `FINISHED`, `ERROR`. */
            state: string;
            /**
             * Format: int64
             * @description The transport request, once there is one.
             */
            transportRequest?: number | null;
            transportRequestPlace?: components["schemas"]["RequestPlace"] | null;
        };
        /** @description An export with all that is known of it. */
        ExportActivityDetails: components["schemas"]["ExportActivity"] & {
            /** @description What may be done: `download`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description Name of the archive, once it is made. */
            fileName?: string | null;
            /**
             * Format: int64
             * @description Bytes of the archive.
             */
            fileSize?: number | null;
            /** @description The node that the transport request starts from. */
            node?: string | null;
            /** @description The nodes whose queues it came into. */
            queues: string[];
            /** @description What was asked for. */
            resources: components["schemas"]["ExportedContent"][];
            /** @description Where transport management has it. */
            transportRequestUrl?: string | null;
        };
        /** @description A page of activities, the newest first. */
        ExportActivityPage: {
            /** @description The items of this page. */
            items: components["schemas"]["ExportActivity"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A line of an activity's log. */
        ExportLogLine: {
            /**
             * Format: date-time
             * @description When it was written.
             */
            at: string;
            /**
             * Format: int64
             * @description Its place in the log.
             */
            id: number;
            /** @description `INFO`, `WARNING`, `ERROR`. */
            severity: string;
            /** @description For people. */
            text: string;
        };
        /** @description A page of an activity's log, the oldest line first. */
        ExportLogPage: {
            /** @description The items of this page. */
            items: components["schemas"]["ExportLogLine"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description Transport management as the destination leads to it. */
        ExportTarget: {
            /** @description Name of the destination. */
            destination: string;
            /** @description The node that requests start from unless another is named. */
            node?: string | null;
            /** @description Names of the nodes that content can be uploaded to. */
            nodes: string[];
            /** @description Why there are none. */
            trouble?: string | null;
        };
        /** @description What an export was asked for. */
        ExportedContent: {
            /** @description The chosen components; all of them, when empty. */
            components: string[];
            /** @description Technical id. */
            id: string;
            /** @description `Cloud Integration`, `Destination`. */
            type: string;
        };
        /** @description An MTA extension descriptor of a node. What is in it is never shown, because it may hold secrets. */
        ExtensionDescriptor: {
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            changedAt: string;
            /** @description What it is for, in words. */
            description: string;
            /** @description `ID`: its own name. */
            extensionId: string;
            /** @description Name of the file it came in. */
            fileName: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description `extends`: the MTA it is for. */
            mtaId: string;
            /** @description The version of the MTA it is for; `*`: every version that has none of its own. */
            mtaVersion: string;
            /** @description Its version, for `If-Match`. */
            version: string;
        };
        /** @description A page of the MTA extension descriptors of a node. */
        ExtensionDescriptorPage: {
            /** @description What may be done: `change`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page, the oldest first. */
            items: components["schemas"]["ExtensionDescriptor"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A feature. */
        Feature: {
            /** @description What may be done with it: `edit`, `assign`, `unassign`, `deploy`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /**
             * Format: date-time
             * @description When made.
             */
            createdAt: string;
            /** @description What a deployment would bring where now. */
            deployments: components["schemas"]["Deployment"][];
            /** @description More, as HTML. */
            description: string;
            /** @description `6-<number>`. */
            displayId: string;
            /**
             * Format: date-time
             * @description When changed last.
             */
            modifiedAt: string;
            /** @description Where the caller can take it from here. */
            next: components["schemas"]["Step"][];
            /**
             * Format: int64
             * @description How urgent it is.
             */
            priorityCode: number;
            /** @description The project. */
            projectId: string;
            /** @description Its name. */
            projectName: string;
            /** @description Its references. */
            references: components["schemas"]["Reference"][];
            /** @description Where it stands. */
            statusCode: string;
            /** @description The same, for people. */
            statusName: string;
            /** @description Every step from here, whoever may take it. */
            steps: components["schemas"]["StepSeen"][];
            /** @description What it is about. */
            title: string;
            /** @description Its transports, in the order of their release. */
            transports: components["schemas"]["Transport"][];
            /** @description Its id. */
            uuid: string;
            /** @description Its version, for `If-Match`. */
            version: string;
            /** @description What people should know. */
            warnings: string[];
        };
        /** @description What is to change of a feature; what is not said stays. */
        FeatureChange: {
            /**
             * @description More, as HTML; an empty one clears it.
             * @default null
             */
            description?: string | null;
            /**
             * Format: int64
             * @description How urgent it is: 10 (very high), 20, 30 or 40 (low).
             * @default null
             */
            priorityCode?: number | null;
            /**
             * @description What it is about.
             * @default null
             */
            title?: string | null;
        };
        /** @description A line of the overview of features. */
        FeatureLine: {
            /**
             * Format: date-time
             * @description When made.
             */
            createdAt: string;
            /** @description `6-<number>`. */
            displayId: string;
            /**
             * Format: date-time
             * @description When changed last.
             */
            modifiedAt: string;
            /**
             * Format: int64
             * @description How urgent it is.
             */
            priorityCode: number;
            /** @description The project. */
            projectId: string;
            /** @description Its name. */
            projectName: string;
            /** @description Where it stands. */
            statusCode: string;
            /** @description What it is about. */
            title: string;
            /** @description The numbers of its transports, in the order of their release. */
            transports: string[];
            /** @description Its id. */
            uuid: string;
        };
        /** @description A page of the overview of features. */
        FeaturePage: {
            /** @description The features. */
            items: components["schemas"]["FeatureLine"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description The guide's steps. */
        Guide: {
            /**
             * Format: int64
             * @description How many are done.
             */
            done: number;
            /** @description In their order. */
            steps: components["schemas"]["GuideStep"][];
        };
        /** @description A step, and how it stands. */
        GuideStep: {
            /** @description Who does it. */
            actor: string;
            /** @description What to do, where it is not done. */
            fix?: string | null;
            /**
             * Format: int32
             * @description Its number in the guide.
             */
            number: number;
            /** @description What was seen. */
            saw: string;
            /** @description Where it is done: a screen of the page. */
            screen: string;
            /** @description `done`, `missing` or `wrong`. */
            status: string;
            /** @description The subdomain of the subaccount in which it is done; none: in the global account, or there is none yet. */
            subaccount?: string | null;
            /** @description What is done. */
            title: string;
        };
        /** @description Something that happened to a feature. */
        HistoryEntry: {
            /** @description Who. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What. */
            heading: string;
            /** @description The old one. */
            oldValue?: string | null;
            /** @description The new value. */
            value: string;
        };
        /** @description An identity provider that is trusted, as the operator configured it. */
        IdentityProvider: {
            /** @description What may be done: `check`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description What this server is called there. */
            clientId: string;
            /** @description When addresses and keys were got last. */
            fetchedAt?: string | null;
            /** @description The claim with the groups. */
            groupsClaim: string;
            /** @description Its address. */
            issuer: string;
            /**
             * Format: int64
             * @description How many keys it publishes; none is known before it was asked.
             */
            keys?: number | null;
            /** @description What its groups give in this subaccount. */
            mappings: components["schemas"]["RoleMapping"][];
            /** @description What people read on the sign-in page. */
            name: string;
            /** @description Its key; users are an origin and a log-in name. */
            origin: string;
            /** @description What went wrong when it was asked last. */
            problem?: string | null;
            /** @description `OpenID Connect`. */
            protocol: string;
            /** @description The address that the provider has to know, to send people back. */
            redirectUri: string;
            /** @description What is asked for. */
            scopes: string[];
            /** @description `unknown` before it was asked for the first time, `active`, or `failed`. */
            state: components["schemas"]["ProviderState"];
            /** @description The claim that is the log-in name; empty: `email`, else `preferred_username`. */
            userNameClaim: string;
        };
        /** @description Imports of a day. */
        ImportSummary: {
            /** @description How many imports ended, or run, with which status, since then. */
            counts: {
                [key: string]: number;
            };
            /** @description From when on. */
            since: string;
        };
        /** @description What came of an import of a package. */
        ImportedPackage: {
            /** @description Artifacts that are new. */
            created: string[];
            /** @description Whether it is new in the tenant. */
            isNew: boolean;
            /** @description Artifacts that were overwritten. */
            overwritten: string[];
            /** @description Technical id of the package. */
            package: string;
            /** @description Artifacts that were the same already. */
            unchanged: string[];
            /** @description What somebody should know. */
            warnings: string[];
        };
        /** @description The landscape: every node and route. */
        Landscape: {
            /** @description What may be done: `create`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description Every node. */
            nodes: components["schemas"]["Node"][];
            /** @description Every route. */
            routes: components["schemas"]["Route"][];
        };
        /** @description A line of a log. */
        LogMessage: {
            /** @description When it was made. */
            createdAt: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description `I`, `W`, `E`, … */
            severity: string;
            /** @description What is said. */
            text: string;
        };
        /** @description An MTA in a node. */
        MatrixCell: {
            /**
             * Format: date-time
             * @description When.
             */
            arrivedAt?: string | null;
            /**
             * Format: int64
             * @description Number of the node.
             */
            node: number;
            /** @description What is in the queue and not here yet. */
            pending: components["schemas"]["MatrixPending"][];
            /**
             * Format: int64
             * @description The request it came with.
             */
            request?: number | null;
            /** @description How it stands to the node in front: `absent`, `current`, `behind` or `ahead`. */
            standing: string;
            /** @description The version that came here last: by an import that ended well, or by the export it entered the landscape with. */
            version?: string | null;
        };
        /** @description A page of what is where: an MTA a row. */
        MatrixPage: {
            /** @description The items of this page, by the id of the MTA. */
            items: components["schemas"]["MatrixRow"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description Requests with the MTA in a queue. */
        MatrixPending: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: int64
             * @description The newest of them.
             */
            request: number;
            /** @description `initial`, `repeat`, `fatal`, `running` or `error`. */
            status: string;
            /** @description What that one carries. */
            version: string;
        };
        /** @description An MTA, and where it is. */
        MatrixRow: {
            /** @description Of the nodes where there is something to be said; nothing has come to the others. */
            cells: components["schemas"]["MatrixCell"][];
            /** @description Id of the MTA. */
            mta: string;
        };
        /** @description Somebody in a team. */
        Member: {
            /** @description `lead`, `member` or `viewer`. */
            role: string;
            /** @description Log-in name. */
            user: string;
        };
        /** @description A role that somebody has in an organization or in one of its spaces. */
        Membership: {
            /** @description GUID of the role. */
            id: string;
            /** @description `organization_manager`, `space_developer`, … */
            role: string;
            /** @description GUID of the space; none for a role in the organization itself. */
            space?: string | null;
            /** @description Log-in name of a person, or id of a client. */
            user: string;
        };
        /** @description A page of roles, by the name of their holder. */
        MembershipPage: {
            /** @description The items of this page. */
            items: components["schemas"]["Membership"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A route to be, between nodes by their names. */
        NamedRoute: {
            /** @description What it is for, in words. */
            description?: string | null;
            /** @description What it is called. */
            name: string;
            /** @description Name of the node it leads from. */
            source: string;
            /** @description Name of the node it leads to. */
            target: string;
        };
        /** @description An environment to be. */
        NewEnvironment: {
            /** @description Name of the organization. */
            orgName: string;
        };
        /** @description An export to be started. */
        NewExport: {
            /**
             * @description Of the transport request; the names of what is exported, when empty. At most 512 characters.
             * @default
             */
            description?: string;
            /**
             * @description `TransportManagementService`, or `download`: then there is only an archive.
             * @default
             */
            mode?: string;
            /**
             * @description Name of the node that the transport request starts from; that of the destination, when empty.
             * @default
             */
            node?: string;
            /**
             * @description Whether the caller becomes the owner of the transport request.
             * @default false
             */
            propagateOwner?: boolean;
            /**
             * @description What is exported.
             * @default []
             */
            resources?: components["schemas"]["NewExportResource"][];
        };
        /** @description One resource of an export. */
        NewExportResource: {
            /**
             * @description Technical ids of packages of this export that are deployed before it.
             * @default []
             */
            after?: string[];
            /**
             * @description Technical ids of the components that go along; all of them, when empty.
             * @default []
             */
            components?: string[];
            /**
             * @description Technical id.
             * @default
             */
            id?: string;
            /**
             * @description `Cloud Integration`, `Destination`.
             * @default
             */
            type?: string;
        };
        /** @description A feature to be. */
        NewFeature: {
            /** @description More, as HTML. */
            description?: string | null;
            /**
             * Format: int64
             * @description How urgent it is: 10 (very high), 20, 30 or 40 (low); 30 unless something is said.
             */
            priorityCode?: number | null;
            /** @description The project that it belongs to. */
            projectId: string;
            /** @description What it is about. */
            title: string;
        };
        /** @description An import. */
        NewImport: {
            /**
             * @description The requests to import, in the order of the queue; none: everything that can be imported.
             * @default null
             */
            requests?: number[] | null;
        };
        /** @description Nodes and routes that are made together. */
        NewLandscape: {
            /**
             * @description The nodes, in the order in which they are made; at most 50.
             * @default []
             */
            nodes?: components["schemas"]["NodeChange"][];
            /**
             * @description The routes between them, or between them and nodes that are there; at most 200.
             * @default []
             */
            routes?: components["schemas"]["NamedRoute"][];
        };
        /** @description A role to be given. */
        NewMembership: {
            /**
             * @description `organization_user`, `organization_manager`, `organization_auditor`, `space_developer`, `space_manager`,
             *     `space_auditor`, …
             */
            role: string;
            /** @description GUID of the space, for a role of spaces. */
            space?: string | null;
            /** @description Log-in name of the person. */
            user: string;
        };
        /** @description A person to be, who can log in. */
        NewPerson: {
            /**
             * @description Mail address; the log-in name, unless it is said.
             * @default
             */
            email?: string;
            /**
             * @description Last name.
             * @default
             */
            familyName?: string;
            /**
             * @description First name.
             * @default
             */
            givenName?: string;
            /**
             * @description Log-in name.
             * @default
             */
            name?: string;
            /**
             * @description What the person logs in with, until it is changed.
             * @default
             */
            password?: string;
        };
        /** @description A project to be. */
        NewProject: {
            /** @description Who may work in it without being a member; restricted, if nothing is said. */
            access?: string | null;
            /** @description Its team. */
            members?: components["schemas"]["Member"][];
            /** @description Its name. */
            name: string;
        };
        /** @description A reference to be. */
        NewReference: {
            /** @description Of a pointer into another system, the id there. */
            id?: string | null;
            /** @description What people read. */
            name: string;
            /** @description Where it leads: `https://`, `http://` or `mailto:`. */
            url: string;
        };
        /** @description A route to be. */
        NewRoute: {
            /** @description What it is for, in words. */
            description?: string | null;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description The node it leads from.
             */
            source: number;
            /**
             * Format: int64
             * @description The node it leads to.
             */
            target: number;
        };
        /** @description A service instance to be. */
        NewServiceInstance: {
            /** @description What it is to be called. */
            name: string;
            /** @description What the service is to know, as its documentation says. */
            parameters?: Record<string, never>;
            /** @description Technical name of the plan. */
            plan: string;
            /** @description Technical name of the service. */
            service: string;
        };
        /** @description A key to be. */
        NewServiceKey: {
            /** @description What it is to be called. */
            name: string;
            /** @description What the service is to know, as its documentation says. */
            parameters?: Record<string, never>;
        };
        /** @description A space to be. */
        NewSpace: {
            /** @description Its name. */
            name: string;
        };
        /** @description A subaccount to be; who makes it becomes its administrator. */
        NewSubaccount: {
            /** @description What it is for, in words. */
            description?: string;
            /** @description Its name for people. */
            displayName: string;
            /** @description Where it is to be. */
            region: string;
            /** @description Its name in addresses; one is made when there is none. */
            subdomain?: string;
        };
        /** @description A subscription to be. */
        NewSubscription: {
            /** @description Technical name of the plan. */
            plan: string;
        };
        /** @description A transport to be started in a tenant. */
        NewTransport: {
            /**
             * @description Technical ids or GUIDs of artifacts; the whole package when absent or empty.
             * @default []
             */
            artifacts?: string[];
            /**
             * @description At most 512 characters, one line.
             * @default
             */
            comment?: string;
            /**
             * @description Whether the person who starts it becomes the owner of the transport request.
             * @default false
             */
            propagateOwner?: boolean;
        };
        /** @description A user to be. */
        NewUser: {
            /**
             * @description Mail address; the log-in name, unless it is said.
             * @default
             */
            email?: string;
            /**
             * @description Last name.
             * @default
             */
            familyName?: string;
            /**
             * @description First name.
             * @default
             */
            givenName?: string;
            /**
             * @description Log-in name.
             * @default
             */
            name?: string;
            /**
             * @description The origin of a trusted identity provider; empty for the default one.
             * @default
             */
            origin?: string;
        };
        /** @description A transport node. */
        Node: {
            /** @description What may be done with it: `import`, `importSelected`, `operate`, `upload`, `edit`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description What its target takes. */
            contentType?: string | null;
            /** @description `CHARM` or `CALM`, where something else decides about imports. */
            controlledBy?: string | null;
            /** @description How many requests of its queue have which status. */
            counters: {
                [key: string]: number;
            };
            /** @description What it is for, in words. */
            description: string;
            /** @description The destination of its target. */
            destination?: string | null;
            /** @description `AUTO`, `POST_IMPORT`, `ON_SUCCESS` or `MANUAL`: when requests go on by themselves. */
            forwardMode: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Whether nothing can be imported for now. */
            importDisabled: boolean;
            /** @description Why not. */
            importDisabledReason: string;
            /** @description Whether nothing is deployed here. */
            isVirtual: boolean;
            /** @description What it is called. */
            name: string;
            /** @description Labels. */
            tags: string[];
            /** @description Whether requests may enter the landscape here. */
            uploadAllowed: boolean;
            /** @description Its version, for `If-Match`. */
            version: string;
        };
        /** @description What is said about a node. What is not said stays as it is; an empty text or list clears it. */
        NodeChange: {
            /**
             * @description What its target takes; an empty text takes the target away.
             * @default null
             */
            contentType?: string | null;
            /**
             * @description What else decides about imports, if something does.
             * @default null
             */
            controlledBy?: string | null;
            /**
             * @description What it is for, in words.
             * @default null
             */
            description?: string | null;
            /**
             * @description The destination of its target.
             * @default null
             */
            destination?: string | null;
            /**
             * @description `AUTO`, `POST_IMPORT`, `ON_SUCCESS` or `MANUAL`: when requests go on by themselves.
             * @default null
             */
            forwardMode?: string | null;
            /**
             * @description Whether nothing can be imported for now.
             * @default null
             */
            importDisabled?: boolean | null;
            /**
             * @description Why not.
             * @default null
             */
            importDisabledReason?: string | null;
            /**
             * @description Whether nothing is deployed here.
             * @default null
             */
            isVirtual?: boolean | null;
            /**
             * @description What it is called.
             * @default null
             */
            name?: string | null;
            /**
             * @description Labels.
             * @default null
             */
            tags?: string[] | null;
            /**
             * @description Whether requests may enter the landscape here.
             * @default null
             */
            uploadAllowed?: boolean | null;
        };
        /** @description A plan of a service. */
        OfferedPlan: {
            /** @description What it is for. */
            description: string;
            /** @description Its name for people. */
            displayName: string;
            /** @description Its technical name. */
            name: string;
        };
        /** @description Something that goes on after the answer. */
        Ordered: {
            /** @description The job of Cloud Foundry that does it. */
            job: string;
        };
        /** @description An organization with the spaces that the caller sees. */
        Organization: {
            /** @description What may be done: `createSpace`, `manage` (its members). */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description Its GUID. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Its spaces, the oldest first. */
            spaces: components["schemas"]["Space"][];
        };
        /** @description An artifact of a package. */
        PackageArtifact: {
            /** @description The version that is deployed. */
            deployedVersion?: string | null;
            /** @description What it is for. */
            description: string;
            /** @description Whether it changed since. */
            draft: boolean;
            /** @description Whether its content can be looked into. */
            hasPage: boolean;
            /** @description Technical id. */
            id: string;
            /** @description Who has it open. */
            lockedBy?: string | null;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            modifiedAt: string;
            /** @description Who changed it last. */
            modifiedBy: string;
            /** @description What it is called. */
            name: string;
            /** @description `STARTING`, `STARTED` or `ERROR`, for whoever may know; none: it is not deployed. */
            runtimeStatus?: string | null;
            /**
             * Format: int64
             * @description How large its content is.
             */
            sizeBytes: number;
            /** @description `IFlow`, `ValueMapping`, `Url`, … */
            type: string;
            /** @description The last version. */
            version: string;
        };
        /** @description An integration package with its artifacts. */
        PackageDetails: {
            /** @description Its artifacts, in their order. */
            artifacts: components["schemas"]["PackageArtifact"][];
            /** @description What may be done with it: `import`, `delete`, `download`, `seeTransports`, `transport`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description Who made it. */
            createdBy: string;
            /** @description More, as HTML. */
            description: string;
            /** @description Technical id. */
            id: string;
            /** @description `EDIT_ALLOWED` or `READ_ONLY`. */
            mode: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            modifiedAt: string;
            /** @description Who changed it last. */
            modifiedBy: string;
            /** @description What it is called. */
            name: string;
            /** @description What it is for. */
            shortText: string;
            /** @description Values of custom tags. */
            tags: {
                [key: string]: string[];
            };
            /** @description Who made it. */
            vendor: string;
            /** @description The version people see. */
            version: string;
        };
        /** @description An integration package in a list. */
        PackageLine: {
            /**
             * Format: int64
             * @description How many artifacts it has.
             */
            artifacts: number;
            /**
             * Format: int64
             * @description How many of them are deployed, for whoever may know.
             */
            deployed?: number | null;
            /**
             * Format: int64
             * @description How many of them changed since their last version.
             */
            drafts: number;
            /** @description Technical id. */
            id: string;
            /** @description `EDIT_ALLOWED` or `READ_ONLY`. */
            mode: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            modifiedAt: string;
            /** @description Who changed it last. */
            modifiedBy: string;
            /** @description What it is called. */
            name: string;
            /** @description What it is for. */
            shortText: string;
            /** @description Who made it. */
            vendor: string;
            /** @description The version people see; artifacts have versions of their own. */
            version: string;
        };
        /** @description A page of packages, by id. */
        PackagePage: {
            /** @description What may be done: `import`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page. */
            items: components["schemas"]["PackageLine"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description Values of externalised parameters, by key. They take effect with the next deployment. */
        ParameterValues: {
            /** @description The values, by key; what is not named stays as it is. */
            values: {
                [key: string]: string;
            };
        };
        /** @description A session: what a person's log-in began. Its tokens end with it. */
        PersonSession: {
            /** @description Where from. */
            address: string;
            /** @description The client the person logged in with. */
            client: string;
            /**
             * Format: date-time
             * @description When it ends by itself.
             */
            expiresAt: string;
            /** @description Its id; `sid` in its tokens. */
            id: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When a token was got last.
             */
            usedAt: string;
            /** @description The zone: the subdomain of a subaccount or of the global account; `uaa` is Cloud Foundry. */
            zone: string;
        };
        /** @description A project, as the projects API and our own show it. */
        Project: {
            /** @description `public`, `restricted` or `private`. */
            access: string;
            /** @description Its id. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description `O` for open. */
            status: string;
        };
        /** @description A project with its team. */
        ProjectDetails: {
            /** @description `public`, `restricted` or `private`. */
            access: string;
            /** @description What may be done in it: `createFeature`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description Its id. */
            id: string;
            /** @description Its team, by name. */
            members: components["schemas"]["ProjectMember"][];
            /** @description Its name. */
            name: string;
            /** @description `O` for open. */
            status: string;
        };
        /** @description Somebody in a project's team. */
        ProjectMember: {
            /** @description `lead`, `member` or `viewer`. */
            role: string;
            /** @description Log-in name. */
            user: string;
        };
        /**
         * @description How it stands with an identity provider, since this server started.
         * @enum {string}
         */
        ProviderState: "unknown" | "active" | "failed";
        /** @description An entry of a request. */
        QueueEntry: {
            /** @description `MTA`, `APP`, `XSCDU` or `BTP_ABAP`. */
            contentType: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description `FILE` or `REFERENCE`. */
            storageType: string;
            /** @description Number of the file, or the reference. */
            uri: string;
        };
        /** @description A request in a queue, as it is read. */
        QueueItem: {
            /** @description When it was made. */
            createdAt: string;
            /** @description What it is for, in words. */
            description: string;
            /** @description What it carries. */
            entries: components["schemas"]["QueueEntry"][];
            /** @description The node where it entered the landscape. */
            origin: string;
            /** @description By whom it was made, or on whose behalf. */
            owner: string;
            /**
             * Format: int64
             * @description Its place in the queue.
             */
            position: number;
            /** @description When it came into the queue, or was moved to its end. */
            queuedAt: string;
            /**
             * Format: int64
             * @description Number of the transport request.
             */
            request: number;
            /** @description `initial`, `repeat`, `fatal`, `running`, `succeeded`, `skipped`, `warning`, `error`, `deleted`. */
            status: string;
        };
        /** @description A page of an import queue. */
        QueuePage: {
            /** @description The items of this page. */
            items: components["schemas"]["QueueItem"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A reference of a feature. */
        Reference: {
            /** @description Whether it points to something in another system that has an id there. */
            external: boolean;
            /** @description Its id; of a pointer into another system, the id there. */
            id: string;
            /** @description What people read. */
            name: string;
            /** @description Where it leads. */
            url: string;
        };
        /** @description What an entry of a request carries. */
        RequestContent: {
            /** @description Name of the file. */
            fileName: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            mta?: components["schemas"]["ArchiveContent"] | null;
            /**
             * Format: int64
             * @description Of a file that is here.
             */
            sizeBytes?: number | null;
            /** @description Why the archive cannot be shown. */
            unreadable?: string | null;
            /** @description Number of the file, or the reference. */
            uri: string;
        };
        /** @description A transport request with what it carries and where it is. */
        RequestDetails: {
            /** @description What it carries. */
            entries: components["schemas"]["RequestContent"][];
            /** @description The request itself. */
            request: components["schemas"]["RequestSummary"];
            /** @description The routes between its nodes. */
            routes: components["schemas"]["Route"][];
            /** @description The queues it is in, in the order in which it came there. */
            tracking: components["schemas"]["Track"][];
        };
        /** @description A page of transport requests, the newest first. */
        RequestPage: {
            /** @description The items of this page. */
            items: components["schemas"]["RequestSummary"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description Where a transport request is: in a subaccount of this server, or elsewhere. */
        RequestPlace: {
            /** @description The host of another transport management. */
            host?: string | null;
            /** @description Subdomain of the subaccount whose transport management has it, where that is this server's. */
            subaccount?: string | null;
        };
        /** @description A transport request. */
        RequestSummary: {
            /** @description `MTA`, `APP`, `XSCDU` or `BTP_ABAP`. */
            contentType: string;
            /** @description When it was made. */
            createdAt: string;
            /** @description What it is for, in words. */
            description: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description On whose behalf. */
            namedUser?: string | null;
            /** @description The node where it entered the landscape. */
            origin: string;
            /** @description By whom it was made, or on whose behalf. */
            owner: string;
        };
        /** @description A resource with its text. */
        ResourceText: {
            /** @description The resource. */
            resource: components["schemas"]["ArtifactResource"];
            /** @description None, where it is not text or larger than 1 MiB. */
            text?: string | null;
        };
        /** @description A role that a collection can have. */
        Role: {
            /** @description Id of the application that it is of. */
            application: string;
            /** @description What it allows. */
            description: string;
            /** @description Whether it came with the application. */
            isPredefined: boolean;
            /** @description Its name. */
            name: string;
            /** @description The template that it is made from. */
            template: string;
        };
        /** @description A role collection. */
        RoleCollection: {
            /** @description What may be done: `edit`, `delete`, `copy`, `assign`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description What it is for. */
            description: string;
            /** @description Whether it came with the subaccount or with an application. */
            isPredefined: boolean;
            /** @description Its name. */
            name: string;
            /** @description The roles in it. */
            roles: components["schemas"]["RoleInCollection"][];
            /**
             * Format: int64
             * @description How many users have it.
             */
            users: number;
        };
        /** @description A role collection to be, or what it is to be like. */
        RoleCollectionDraft: {
            /**
             * @description What it is for.
             * @default
             */
            description?: string;
            /**
             * @description Its name.
             * @default
             */
            name?: string;
            /**
             * @description The roles in it: exactly these.
             * @default []
             */
            roles?: components["schemas"]["RoleInCollection"][];
        };
        /** @description A page of role collections, by name. */
        RoleCollectionPage: {
            /** @description What may be done: `create`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page. */
            items: components["schemas"]["RoleCollection"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A role in a collection. */
        RoleInCollection: {
            /** @description Id of the application that it is of. */
            application: string;
            /** @description Its name. */
            name: string;
            /** @description The template that it is made from. */
            template: string;
        };
        /** @description A group that gives a role collection. */
        RoleMapping: {
            /** @description Whether there is such a role collection here; if not, the group gives nothing. */
            exists: boolean;
            /** @description The group, as the provider calls it. */
            group: string;
            /** @description Name of the role collection. */
            roleCollection: string;
        };
        /** @description A transport route. */
        Route: {
            /** @description What it is for, in words. */
            description: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description The node it leads from.
             */
            source: number;
            /**
             * Format: int64
             * @description The node it leads to.
             */
            target: number;
            /** @description Its version, for `If-Match`. */
            version: string;
        };
        /** @description What is said about a route. What is not said stays as it is. */
        RouteChange: {
            /**
             * @description What it is for, in words.
             * @default null
             */
            description?: string | null;
            /**
             * @description What it is called.
             * @default null
             */
            name?: string | null;
            /**
             * Format: int64
             * @description The node it leads from.
             * @default null
             */
            source?: number | null;
            /**
             * Format: int64
             * @description The node it leads to.
             * @default null
             */
            target?: number | null;
        };
        /** @description A deployed artifact. */
        RuntimeArtifact: {
            /**
             * Format: date-time
             * @description When.
             */
            deployedAt: string;
            /** @description Who deployed it. */
            deployedBy: string;
            /** @description Where it listens. */
            endpoints: components["schemas"]["RuntimeEndpoint"][];
            /** @description Why it did not start. */
            error?: string | null;
            /** @description Technical id. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description `STARTING`, `STARTED` or `ERROR`. */
            status: string;
            /** @description `IFlow`, `ValueMapping`, … */
            type: string;
            /** @description The version that was deployed. */
            version: string;
        };
        /** @description Where a deployed artifact listens. */
        RuntimeEndpoint: {
            /** @description Below the tenant: `/http/orders`. */
            path: string;
            /** @description `REST` or `SOAP`. */
            protocol: string;
        };
        /** @description A page of deployed artifacts, by id. */
        RuntimePage: {
            /** @description What may be done with each: `undeploy`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page. */
            items: components["schemas"]["RuntimeArtifact"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A service instance. */
        ServiceInstance: {
            /** @description What may be done with it: `delete`, `createKey`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description Its GUID. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description Technical name of its plan. */
            plan?: string | null;
            /** @description Why it failed. */
            reason?: string | null;
            /** @description Technical name of its service; none for one that somebody provides. */
            service?: string | null;
            /** @description Name of its service for people. */
            serviceName?: string | null;
            /** @description GUID of the space that it is in; none for one of the subaccount itself. */
            space?: string | null;
            /** @description `succeeded`, `in progress` or `failed`: how what was done last went. */
            status: string;
        };
        /** @description A service instance with its keys. */
        ServiceInstanceDetails: {
            /** @description The instance itself. */
            instance: components["schemas"]["ServiceInstance"];
            /** @description Its keys, by name. */
            keys: components["schemas"]["ServiceKey"][];
            /** @description What it was made with; none, where its service does not show that. */
            parameters?: Record<string, never> | null;
        };
        /** @description A page of service instances. */
        ServiceInstancePage: {
            /** @description What may be done here: `create`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page. */
            items: components["schemas"]["ServiceInstance"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description A key of a service instance, without what is in it. */
        ServiceKey: {
            /** @description What may be done with it: `show`, `delete`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description Its GUID. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description Why it failed. */
            reason?: string | null;
            /** @description `succeeded`, `in progress` or `failed`: how what was done last went. */
            status: string;
        };
        /** @description What is in a key. */
        ServiceKeyCredentials: {
            /** @description As clients of the service read it, with its secrets. */
            credentials: Record<string, never>;
        };
        /** @description A service with the plans that instances can be made of. */
        ServiceOffering: {
            /** @description What it is for. */
            description: string;
            /** @description Its name for people. */
            displayName: string;
            /** @description Its technical name. */
            name: string;
            /** @description Its plans. */
            plans: components["schemas"]["OfferedPlan"][];
        };
        /** @description A session of the page. */
        Session: {
            /** @description Goes along as `X-CSRF-Token` with every call that changes something. */
            csrfToken: string;
            /** @description When the session ends if nothing is done. */
            expiresAt: string;
            /** @description Whether the user administers the global account. */
            isGlobalAdministrator: boolean;
            /** @description Where the user has a role, by display name. */
            subaccounts: components["schemas"]["SessionSubaccount"][];
            /** @description Who is signed in. */
            user: components["schemas"]["SessionUser"];
            /** @description The release of the server. */
            version: string;
        };
        /** @description A subaccount in which the user has a role. */
        SessionSubaccount: {
            /** @description Parts of the page in which the roles are of use: `transport`, `change`, `integration`, `cockpit`. */
            areas: string[];
            /** @description Its name for people. */
            displayName: string;
            /** @description Its id. */
            id: string;
            /** @description The role collections that the user has there. */
            roleCollections: string[];
            /** @description Its name in addresses. */
            subdomain: string;
        };
        /** @description Who is signed in. */
        SessionUser: {
            /** @description Mail address. */
            email: string;
            /** @description Last name. */
            familyName: string;
            /** @description First name. */
            givenName: string;
            /** @description Its id. */
            id: string;
            /** @description Log-in name. */
            name: string;
        };
        /** @description How many sessions were ended. */
        SessionsEnded: {
            /**
             * Format: int64
             * @description The number.
             */
            ended: number;
        };
        /** @description A space. */
        Space: {
            /** @description What may be done: `create` (instances and keys), `delete`, `manage` (its members). */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description The address of the deploy service for it: the URL of a destination through which a transport node deploys here. */
            deployUrl: string;
            /** @description Its GUID. */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /** @description An export that was started. */
        StartedExport: {
            /** @description The activity that shows how it goes. */
            activityId: string;
        };
        /** @description A transport that was started. */
        StartedTransport: {
            /** @description The activity that shows how it goes. */
            activityId: string;
        };
        /** @description What is sent to change the status. */
        StatusWish: {
            /** @description The status wanted. */
            statusCode: string;
        };
        /** @description A step to another status. */
        Step: {
            /** @description What the button says. */
            name: string;
            /** @description The status it leads to. */
            statusCode: string;
        };
        /** @description A step to another status, and what stands in its way. */
        StepSeen: {
            /** @description Whether the caller may take it now. */
            allowed: boolean;
            /** @description What the button says. */
            name: string;
            /** @description Why not. */
            reason?: string | null;
            /** @description The status it leads to. */
            statusCode: string;
        };
        /** @description A node on a transport's way. */
        Stop: {
            /** @description The node. */
            node: string;
            /** @description `ahead`, `scheduled`, `deployed` or `failed`. */
            state: string;
        };
        /** @description How much room uploaded files take. */
        Storage: {
            /**
             * Format: int64
             * @description How many there are.
             */
            files: number;
            /**
             * Format: int64
             * @description How many bytes they have.
             */
            usedBytes: number;
        };
        /** @description A subaccount. */
        Subaccount: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /** @description Who made it. */
            createdBy: string;
            /** @description What it is for, in words. */
            description: string;
            /** @description Its name for people. */
            displayName: string;
            /** @description Its GUID. */
            id: string;
            /** @description Where it is. */
            region: string;
            /** @description Its name in addresses. */
            subdomain: string;
        };
        /** @description A page of subaccounts, the oldest first. */
        SubaccountPage: {
            /** @description What may be done: `create`, `delete`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description Name of the global account. */
            globalAccount: string;
            /** @description The items of this page. */
            items: components["schemas"]["Subaccount"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
            /** @description Its subdomain: under it are its users and role collections. */
            subdomain: string;
        };
        /** @description An application that a subaccount is entitled or subscribed to. */
        Subscription: {
            /** @description Technical name of the application. */
            app: string;
            /** @description What may be done: `subscribe`, `unsubscribe`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /**
             * Format: date-time
             * @description Since when it is subscribed to.
             */
            createdAt?: string | null;
            /** @description Who subscribed. */
            createdBy?: string | null;
            /** @description What it is for. */
            description: string;
            /** @description Its name for people. */
            name: string;
            /** @description Technical name of the plan that is, or would be, subscribed to. */
            plan: string;
            /** @description `SUBSCRIBED` or `NOT_SUBSCRIBED`. */
            status: string;
        };
        /** @description Where a request is. */
        Track: {
            /** @description `AUTO`, `POST_IMPORT`, `ON_SUCCESS` or `MANUAL`: when requests go on by themselves. */
            forwardMode: string;
            /** @description What it is called. */
            name: string;
            /**
             * Format: int64
             * @description Number of the node.
             */
            node: number;
            /**
             * Format: int64
             * @description Its place in the queue.
             */
            position: number;
            /** @description When it came into the queue, or was moved to its end. */
            queuedAt: string;
            /** @description How far it is. */
            status: string;
        };
        /** @description A transport of Cloud ALM. */
        Transport: {
            /**
             * Format: date-time
             * @description When changed last.
             */
            changedAt: string;
            /** @description Whether it was deleted in transport management. */
            deleted: boolean;
            /** @description What went wrong last. */
            error?: string | null;
            /** @description The feature that it is assigned to. */
            feature?: string | null;
            /** @description Its number in transport management, as text. */
            id: string;
            /** @description Who made it. */
            owner: string;
            /** @description The nodes that it goes through, the last one is production; empty while the landscape does not say. */
            path: components["schemas"]["Stop"][];
            /** @description Where it comes from; `Unknown` when that node is gone. */
            source: string;
            /** @description `Deployed in TEST` and its like. */
            status: string;
            /** @description Where it goes next; empty when production is reached. */
            target: string;
            /** @description Its description. */
            title: string;
            /** @description `MTA` and its like. */
            type: string;
        };
        /** @description How a transport of a tenant stands. */
        TransportActivity: {
            /** @description The activity. */
            activityId: string;
            /** @description Description of the transport request. */
            description: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            endedAt?: string | null;
            /** @description What happened. */
            messages: components["schemas"]["ActivityMessage"][];
            /** @description Technical id of the package. */
            package: string;
            /** @description The process of the Content Agent. */
            processId?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            startedAt: string;
            /** @description Who started it. */
            startedBy: string;
            /** @description `INITIAL`, `RUNNING`, `FINISHED`, `ERROR`. */
            state: string;
            /**
             * Format: int64
             * @description The transport request, once there is one.
             */
            transportRequestId?: number | null;
            transportRequestPlace?: components["schemas"]["RequestPlace"] | null;
            /** @description Where it can be seen. */
            transportRequestUrl?: string | null;
        };
        /** @description A page of transports, the newest first. */
        TransportActivityPage: {
            /** @description The items of this page. */
            items: components["schemas"]["TransportActivity"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description Where transports of a tenant go. */
        TransportSettings: {
            /** @description `TransportManagementService`, or `null` to turn transports off; it has to be said. */
            mode: string | null;
        };
        /** @description The transport settings of a tenant. */
        TransportSettingsSeen: {
            /** @description What may be done: `change`, `check`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description `TransportManagementService`, or none: transports are off. */
            mode?: string | null;
            /** @description The node that transport requests start from: `sourceSystemId` of the destination `TransportManagementService`. */
            node?: string | null;
            /** @description Their version, for `If-Match`. */
            version: string;
        };
        /** @description What came of the check of an identity provider. */
        TrustCheck: {
            /** @description What was asked, one after the other; the first failure is the last one. */
            steps: components["schemas"]["TrustStep"][];
        };
        /** @description The identity providers that are trusted. */
        TrustConfiguration: {
            /** @description Whether everybody may sign in to the page with a password; otherwise only administrators of the global account. */
            passwordSignIn: boolean;
            /** @description The trusted providers, besides the default one. */
            providers: components["schemas"]["IdentityProvider"][];
        };
        /** @description A step of the check. */
        TrustStep: {
            /** @description What to do; empty, when nothing is. */
            fix: string;
            /** @description `metadata`, `pkce`, `algorithms`, `keys`, `client`. */
            name: string;
            /** @description How good that is: `success`, `warning`, `error`. */
            severity: string;
            /** @description What is so. */
            text: string;
        };
        /** @description A package that could not be looked into. */
        UnreadPackage: {
            /** @description Its technical id. */
            package: string;
            /** @description Why. */
            reason: string;
        };
        /** @description A request that was made of an uploaded file. */
        UploadedRequest: {
            /** @description What it is for, in words. */
            description: string;
            /**
             * Format: int64
             * @description Its number.
             */
            request: number;
        };
        /** @description Somebody who is known in the subaccount. */
        User: {
            /** @description Mail address. */
            email: string;
            /** @description Last name. */
            familyName: string;
            /** @description Those of them that groups at the identity provider give; they go with the group. */
            fromGroups: string[];
            /** @description First name. */
            givenName: string;
            /** @description Its id. */
            id: string;
            /** @description Log-in name. */
            name: string;
            /** @description The identity provider; the user is it and the name. */
            origin: string;
            /** @description Names of the role collections that the user has here. */
            roleCollections: string[];
        };
        /** @description A page of users, by name. */
        UserPage: {
            /** @description What may be done: `create`, `assign`, `remove`. */
            can: {
                [key: string]: components["schemas"]["Allowed"];
            };
            /** @description The items of this page. */
            items: components["schemas"]["User"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
        };
        /** @description What a user is to have. */
        UserRoleCollections: {
            /** @description Names of role collections: exactly these. */
            roleCollections: string[];
        };
        /** @description A page of a value mapping, in the order of its file. */
        ValueMappingPage: {
            /** @description The items of this page. */
            items: components["schemas"]["ValueMappingRow"][];
            /** @description For the next page, as `after`. */
            next?: string | null;
            /** @description The systems whose values are mapped. */
            sides: components["schemas"]["ValueMappingSide"][];
        };
        /** @description What means the same. */
        ValueMappingRow: {
            /** @description Its place in the file. */
            number: number;
            /** @description The value of each side, in their order. */
            values: (string | null)[];
        };
        /** @description A system, and a sort of value in it. */
        ValueMappingSide: {
            /** @description The system. */
            agency: string;
            /** @description What sort of value it is there. */
            schema: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSubaccounts: {
        parameters: {
            query?: {
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubaccountPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createSubaccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubaccount"];
            };
        };
        responses: {
            /** @description The subaccount. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subaccount"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The subdomain is taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteSubaccount: {
        parameters: {
            query?: {
                /** @description Whether it goes with everything that is in it. */
                force?: boolean;
            };
            header?: never;
            path: {
                /** @description GUID of the subaccount. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is something in it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listEntitlements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the subaccount. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entitlements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlements"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    assignEntitlement: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `version` of the entitlement that is changed; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description GUID of the subaccount. */
                id: string;
                /** @description Technical name of the service. */
                service: string;
                /** @description Technical name of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntitlementChange"];
            };
        };
        responses: {
            /** @description The entitlements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlements"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It is to be taken away, but is in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listFeatures: {
        parameters: {
            query?: {
                /** @description Only features of this project. */
                projectId?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The features. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createFeature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeature"];
            };
        };
        responses: {
            /** @description The feature. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readFeature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feature. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    changeFeature: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeatureChange"];
            };
        };
        responses: {
            /** @description The feature. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deployFeature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DeployWish"] | null;
            };
        };
        responses: {
            /** @description What was started. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeployAnswer"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Another import of the same transports is under way. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readFeatureHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryEntry"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    addFeatureReference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReference"];
            };
        };
        responses: {
            /** @description The feature. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    removeFeatureReference: {
        parameters: {
            query?: {
                /** @description Whether it is a pointer into another system. */
                external?: boolean;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
                /** @description The reference's `id`. */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    refreshFeature: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feature, brought up to date. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    setFeatureStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusWish"];
            };
        };
        responses: {
            /** @description The feature. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    assignTransport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
                /** @description The transport's `id`. */
                transport: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feature. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It belongs to another feature. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    unassignTransport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The feature's `uuid`. */
                feature: string;
                /** @description The transport's `id`. */
                transport: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feature. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feature"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    overviewFeatures: {
        parameters: {
            query?: {
                /** @description Only those whose title has this text, in whatever case, or whose number it is. */
                text?: string;
                /** @description Only those in these statuses: codes with commas. */
                status?: string;
                /** @description Only those of these priorities: codes with commas. */
                priority?: string;
                /** @description Only those of this project. */
                projectId?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of features. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeaturePage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProject"];
            };
        };
        responses: {
            /** @description The project. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
                /** @description The project's `id`. */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetails"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readAlmRights: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What he may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlmRights"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listTransports: {
        parameters: {
            query?: {
                /** @description Only those that belong to a feature, or only those that belong to none. */
                assigned?: boolean;
                /** @description Only those with a smaller number: the last one of the page before. */
                before?: number;
                /** @description How many; 200 unless something is said. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the subaccount with Cloud ALM. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transport"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readSpaceInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the instance. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceInstanceDetails"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteSpaceInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the instance. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being deleted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ordered"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createSpaceKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the instance. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceKey"];
            };
        };
        responses: {
            /** @description It is being made. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ordered"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteSpaceKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the instance. */
                id: string;
                /** @description GUID of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being deleted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ordered"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    showSpaceKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the instance. */
                id: string;
                /** @description GUID of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceKeyCredentials"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query: {
                /** @description GUID of the subaccount. */
                subaccountId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description GUID of the organization. */
                org: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    giveMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the organization. */
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMembership"];
            };
        };
        responses: {
            /** @description The role. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the organization. */
                org: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSpace"];
            };
        };
        responses: {
            /** @description The space. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Space"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    takeMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the role. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteSpace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the space. */
                space: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being deleted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ordered"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSpaceInstances: {
        parameters: {
            query?: {
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description GUID of the space. */
                space: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceInstancePage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createSpaceInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the space. */
                space: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceInstance"];
            };
        };
        responses: {
            /** @description It is being made. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ordered"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSpaceOfferings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID of the space. */
                space: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offerings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOffering"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    hearEvents: {
        parameters: {
            query: {
                /** @description Subdomain or GUID of the subaccount. */
                subaccount: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readGuide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guide"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    describe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description The person. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is a person of that name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Log-in name or id of the person, or `me`. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonSession"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Log-in name or id of the person, or `me`. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEnded"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Log-in name or id of the person, or `me`. */
                user: string;
                /** @description Id of the session. */
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEnded"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listActions: {
        parameters: {
            query?: {
                /** @description Number of the node. */
                node?: number;
                /** @description `NE`, `NU`, `I`, `DQ`, `RQ`, `FQ`. */
                type?: string;
                /** @description `running`, `succeeded`, `warning`, `error`, `fatal`. */
                status?: string;
                /** @description Begun from then on (RFC 3339). */
                since?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of actions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The action. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readActionLog: {
        parameters: {
            query?: {
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionLog"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readContentAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentAgent"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listExportActivities: {
        parameters: {
            query?: {
                /** @description In who asked for it, a person or a client, whatever its case. */
                text?: string;
                /** @description `INITIAL`, `RUNNING`, `FINISHED` or `ERROR`. */
                state?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportActivityPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readExportActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description The `activityId` of an export that was started. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportActivityDetails"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    downloadExportedArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description The `activityId` of an export that was started. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The MTA archive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readExportLog: {
        parameters: {
            query?: {
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description The `activityId` of an export that was started. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of its lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportLogPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listContentDependencies: {
        parameters: {
            query: {
                /** @description Technical ids with commas between them, 20 at most. */
                packages: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentDependencies"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    startExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewExport"];
            };
        };
        responses: {
            /** @description The activity that shows how it goes. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedExport"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listContentResources: {
        parameters: {
            query?: {
                /** @description In id or name, of a component as well, whatever its case. */
                text?: string;
                /** @description `Cloud Integration` or `Destination`. */
                type?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentResourcePage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readDestinationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What it says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationFile"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listDestinations: {
        parameters: {
            query?: {
                /** @description In name, address or description, whatever its case. */
                text?: string;
                /** @description Types, with commas. */
                type?: string;
                /** @description Types of authentication, with commas. */
                authentication?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestinationDraft"];
            };
        };
        responses: {
            /** @description The destination. */
            201: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Destination"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is one of that name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Name of the destination; its case matters. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The destination. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Destination"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    replaceDestination: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is replaced; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Name of the destination; its case matters. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DestinationDraft"];
            };
        };
        responses: {
            /** @description The destination. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Destination"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Name of the destination; its case matters. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    checkDestination: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description GUID or subdomain of the subaccount. */
                subaccount: string;
                /** @description Name of the destination; its case matters. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it; a target that is not there is no refusal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionCheck"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It is no HTTP destination. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportDestination: {
        parameters: {
            query?: {
                /** @description `properties`, unless it is said, or `json`. */
                format?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Name of the destination; its case matters. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The environment, or what keeps it from being there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    enableEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEnvironment"];
            };
        };
        responses: {
            /** @description The environment. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is one already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readImportSummary: {
        parameters: {
            query: {
                /** @description From then on (RFC 3339). */
                since: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many imports have which status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSummary"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listInstances: {
        parameters: {
            query?: {
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceInstancePage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceInstance"];
            };
        };
        responses: {
            /** @description The instance. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceInstance"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description GUID of the instance. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceInstanceDetails"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteInstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description GUID of the instance. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description GUID of the instance. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceKey"];
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceKey"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description GUID of the instance. */
                id: string;
                /** @description GUID of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    showKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description GUID of the instance. */
                id: string;
                /** @description GUID of the key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceKeyCredentials"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readLandscape: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The landscape. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Landscape"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createLandscape: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLandscape"];
            };
        };
        responses: {
            /** @description The landscape as it is now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Landscape"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readMatrix: {
        parameters: {
            query?: {
                /** @description Only MTAs that have this in their id, in whatever case. */
                text?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of MTAs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createNode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NodeChange"];
            };
        };
        responses: {
            /** @description The node. */
            201: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readNode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The node. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteNode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    changeNode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NodeChange"];
            };
        };
        responses: {
            /** @description The node. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listExtensionDescriptors: {
        parameters: {
            query?: {
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionDescriptorPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    addExtensionDescriptor: {
        parameters: {
            query: {
                /** @description Name of the file. */
                fileName: string;
                /** @description The version of the MTA it is for; `*`: every version that has none of its own. As before, or `*`, unless it is said. */
                mtaVersion?: string;
                /** @description What it is for, in words. As before, or the name of the file, unless it is said. */
                description?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The descriptor. */
            201: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionDescriptor"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readExtensionDescriptor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Number of the node. */
                id: string;
                /** @description Number of the descriptor. */
                descriptor: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The descriptor. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionDescriptor"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    replaceExtensionDescriptor: {
        parameters: {
            query: {
                /** @description Name of the file. */
                fileName: string;
                /** @description The version of the MTA it is for; `*`: every version that has none of its own. As before, or `*`, unless it is said. */
                mtaVersion?: string;
                /** @description What it is for, in words. As before, or the name of the file, unless it is said. */
                description?: string;
            };
            header?: {
                /** @description The version that is replaced; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Number of the node. */
                id: string;
                /** @description Number of the descriptor. */
                descriptor: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The descriptor. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionDescriptor"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    removeExtensionDescriptor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Number of the node. */
                id: string;
                /** @description Number of the descriptor. */
                descriptor: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewImport"];
            };
        };
        responses: {
            /** @description The action that shows how it goes. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readQueue: {
        parameters: {
            query?: {
                /**
                 * @description Statuses, separated by commas; without it those that an import takes or treats: `initial`, `repeat`, `fatal`,
                 *     `running`.
                 */
                status?: string;
                /** @description Log-in name of the owner. */
                owner?: string;
                /** @description Only those that have this in description, entry node or owner, in whatever case, or whose whole number it is. */
                text?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the queue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    forwardRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Chosen"];
            };
        };
        responses: {
            /** @description They are forwarded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    removeRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Chosen"];
            };
        };
        responses: {
            /** @description They are no longer in the queue. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    resetRequests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Chosen"];
            };
        };
        responses: {
            /** @description They can be imported again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    uploadFile: {
        parameters: {
            query: {
                /** @description Name of the file. */
                fileName: string;
                /** @description What the transport request is for. */
                description: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The transport request. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedRequest"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listOfferings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offerings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceOffering"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Only those that have this in description, entry node or owner, in whatever case, or whose whole number it is. */
                text?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetails"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listRoleCollections: {
        parameters: {
            query?: {
                /** @description In name, description or the name of a role, whatever its case. */
                text?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleCollectionPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createRoleCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCollectionDraft"];
            };
        };
        responses: {
            /** @description The role collection. */
            201: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleCollection"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is one of that name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readRoleCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID, of the global account as well. */
                subaccount: string;
                /** @description Name of the role collection. */
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role collection. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleCollection"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    replaceRoleCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is replaced; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID, of the global account as well. */
                subaccount: string;
                /** @description Name of the role collection. */
                collection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCollectionDraft"];
            };
        };
        responses: {
            /** @description The role collection. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleCollection"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is one of the new name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It is predefined. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteRoleCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is deleted; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID, of the global account as well. */
                subaccount: string;
                /** @description Name of the role collection. */
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It is predefined. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoute"];
            };
        };
        responses: {
            /** @description The route. */
            201: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Route"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deleteRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    changeRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its number. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RouteChange"];
            };
        };
        responses: {
            /** @description The route. */
            200: {
                headers: {
                    /** @description Its version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Route"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readStorage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Uploaded files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Storage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    subscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Technical name of the application. */
                app: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        responses: {
            /** @description The subscription. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The subaccount is subscribed already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Technical name of the application. */
                app: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readTrust: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trust configuration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustConfiguration"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its key. */
                origin: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity provider. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    checkIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Its key. */
                origin: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrustCheck"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description In name or mail address, whatever its case. */
                text?: string;
                /** @description Only those who have the role collection of this name. */
                roleCollection?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description The user. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The subaccount knows him already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readUser: {
        parameters: {
            query?: {
                /** @description The identity provider of the user; the default one, unless it is said. */
                origin?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Log-in name. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    /** @description The version of what the user has. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    forgetUser: {
        parameters: {
            query?: {
                /** @description The identity provider of the user; the default one, unless it is said. */
                origin?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Log-in name. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description He is forgotten. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    setUserRoleCollections: {
        parameters: {
            query?: {
                /** @description The identity provider of the user; the default one, unless it is said. */
                origin?: string;
            };
            header?: {
                /** @description The version that is replaced; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Log-in name. */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRoleCollections"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    /** @description The version of what the user has. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A group at the identity provider gives one that is to be taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    assignRoleCollection: {
        parameters: {
            query?: {
                /** @description The identity provider of the user; the default one, unless it is said. */
                origin?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Log-in name. */
                user: string;
                /** @description Name of the role collection. */
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    unassignRoleCollection: {
        parameters: {
            query?: {
                /** @description The identity provider of the user; the default one, unless it is said. */
                origin?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID. */
                subaccount: string;
                /** @description Log-in name. */
                user: string;
                /** @description Name of the role collection. */
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description A group at the identity provider gives it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description Only those of the package with this technical id. */
                package?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransportActivityPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description The `activityId` of a transport that was started. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransportActivity"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    lockArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description Technical id of an integration flow. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is locked for the caller. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else holds the lock. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    checkConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationLine"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The artifact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactDetails"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    downloadArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": number[];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deployArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunDeployment"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The model. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    configureArtifact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `configurationVersion` that is changed; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParameterValues"];
            };
        };
        responses: {
            /** @description They are set. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else configured it meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readResource: {
        parameters: {
            query: {
                /** @description Name of the file. */
                name: string;
                /** @description `groovy`, `xslt`, … */
                resourceType: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceText"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactResource"][];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readValueMapping: {
        parameters: {
            query?: {
                /** @description Only rows in which a value has this text, in whatever case. */
                text?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description `IFlow`, `ValueMapping`, … */
                type: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueMappingPage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    importPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description What came of it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedPackage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listPackages: {
        parameters: {
            query?: {
                /** @description Only those that have this text in id or name, or in those of one of their artifacts, in whatever case. */
                text?: string;
                /** @description Only those with drafts. */
                drafts?: boolean;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of packages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackagePage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description Technical id of the package. */
                package: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The package. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackageDetails"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    deletePackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description Technical id of the package. */
                package: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    downloadPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description Technical id of the package. */
                package: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": number[];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    startTransport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description Technical id of the package. */
                package: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTransport"];
            };
        };
        responses: {
            /** @description The activity that shows how it goes. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedTransport"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The tenant has no transport mode. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Drafts are among what was chosen, or function libraries alone. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listRuntime: {
        parameters: {
            query?: {
                /** @description Only those that have this text in id or name, in whatever case. */
                text?: string;
                /** @description Only those in these statuses: `STARTING`, `STARTED`, `ERROR`, with commas. */
                status?: string;
                /** @description How many items at most: 50 unless it is said, 200 at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deployed artifacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuntimePage"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    undeployArtifact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
                /** @description Technical id of the artifact. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no longer deployed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readTransportSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    /** @description Their version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransportSettingsSeen"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    setTransportMode: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is replaced; any, unless it is said. */
                "If-Match"?: string | null;
            };
            path: {
                /** @description Subdomain or GUID of the tenant's subaccount. */
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransportSettings"];
            };
        };
        responses: {
            /** @description The settings in force. */
            200: {
                headers: {
                    /** @description Their version. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransportSettings"];
                };
            };
            /** @description Something in the call is wrong; the message says what. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description There is no valid token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description The token lacks the right, or belongs to another subaccount. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description It does not exist, or not for this caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Somebody else changed them meanwhile. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Any other refusal; 503 when something that is needed does not answer, which may pass. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
