// Made from apis/ropeway/openapi.json by `npm run api`; never edited.

export interface paths {
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
        patch?: never;
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
    "/api/v1/tenants/{tenant}/transport-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
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
        /** @description A refusal. */
        ErrorBody: {
            /** @description What is wrong. */
            error: components["schemas"]["ErrorDetail"];
        };
        /** @description What is wrong, for programs and for people. */
        ErrorDetail: {
            /** @description A stable word. */
            code: string;
            /** @description A sentence: what is wrong, and what to do. */
            message: string;
        };
        /** @description A feature. */
        Feature: {
            /**
             * Format: date-time
             * @description When made.
             */
            createdAt: string;
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
            /** @description Where it stands. */
            statusCode: string;
            /** @description The same, for people. */
            statusName: string;
            /** @description What it is about. */
            title: string;
            /** @description Its transports, in the order of their release. */
            transports: components["schemas"]["Transport"][];
            /** @description Its id. */
            uuid: string;
            /** @description What people should know. */
            warnings: string[];
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
        /** @description Somebody in a team. */
        Member: {
            /** @description `lead`, `member` or `viewer`. */
            role: string;
            /** @description Log-in name. */
            user: string;
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
        /** @description A project to be. */
        NewProject: {
            /** @description Who may work in it without being a member; restricted, if nothing is said. */
            access?: string | null;
            /** @description Its team. */
            members?: components["schemas"]["Member"][];
            /** @description Its name. */
            name: string;
        };
        /** @description A transport to be started in a tenant. */
        NewTransport: {
            /**
             * @description Technical ids or GUIDs of artifacts; the whole package when absent or empty.
             * @default []
             */
            artifacts: string[];
            /**
             * @description At most 512 characters, one line.
             * @default
             */
            comment: string;
            /**
             * @description Whether the person who starts it becomes the owner of the transport request.
             * @default false
             */
            propagateOwner: boolean;
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
        /** @description How many sessions were ended. */
        SessionsEnded: {
            /**
             * Format: int64
             * @description The number.
             */
            ended: number;
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
            /** @description Where it can be seen. */
            transportRequestUrl?: string | null;
        };
        /** @description Where transports of a tenant go. */
        TransportSettings: {
            /** @description `TransportManagementService`, or `null` to turn transports off. */
            mode?: string | null;
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
    setTransportMode: {
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
                "application/json": components["schemas"]["TransportSettings"];
            };
        };
        responses: {
            /** @description The settings in force. */
            200: {
                headers: {
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
