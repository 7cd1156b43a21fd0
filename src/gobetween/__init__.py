"""Software for indirect negotiation: talks between parties who do not meet, carried by mediators."""
